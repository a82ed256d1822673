package io.realtimevoice.impl.interceptor;

import jakarta.interceptor.InvocationContext;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a call that may be repeated. A buffer is the container's, which uses it again
 * (Undertow, Jetty), and a call moves its position: so each repeated call has a copy of its own.
 */
final class Arguments {

  private final @Nullable ByteBuffer[] kept;

  private Arguments(@Nullable ByteBuffer[] kept) {
    this.kept = kept;
  }

  /** Of a call that is not repeated. */
  static Arguments ofOneTry() {
    return new Arguments(new ByteBuffer[0]);
  }

  /** Copies what must be copied, before the first try. */
  static Arguments keptFrom(InvocationContext call) {
    Object[] values = call.getParameters();
    @Nullable ByteBuffer[] kept = new ByteBuffer[values.length];
    for (int i = 0; i < values.length; i++) {
      kept[i] = values[i] instanceof ByteBuffer data ? copy(data) : null;
    }
    return new Arguments(kept);
  }

  /** Gives a later try what the first one had. */
  void restore(InvocationContext call) {
    Object[] values = call.getParameters();
    for (int i = 0; i < kept.length; i++) {
      ByteBuffer data = kept[i];
      if (data != null) {
        values[i] = copy(data);
      }
    }
    call.setParameters(values);
  }

  private static ByteBuffer copy(ByteBuffer data) {
    return ByteBuffer.allocate(data.remaining()).put(data.duplicate()).flip().order(data.order());
  }
}
