package io.realtimevoice.bench.micro;

import io.realtimevoice.impl.connection.Transport;
import io.realtimevoice.protocol.CloseCode;
import java.nio.ByteBuffer;

/** A container that has written each frame before the call returns. */
final class NoNetwork implements Transport {

  private long bytes;

  long bytes() {
    return bytes;
  }

  @Override
  public String id() {
    return "no-network";
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public void sendText(String text, Completion completion) {
    completion.completed(null);
  }

  @Override
  public void sendBinary(ByteBuffer data, Completion completion) {
    bytes += data.remaining();
    data.position(data.limit());
    completion.completed(null);
  }

  @Override
  public void ping(ByteBuffer payload) {}

  @Override
  public void close(CloseCode code) {
    throw new IllegalStateException("closed with " + code);
  }
}
