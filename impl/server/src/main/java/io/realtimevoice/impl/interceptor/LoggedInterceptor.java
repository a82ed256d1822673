package io.realtimevoice.impl.interceptor;

import io.realtimevoice.impl.log.Message;
import io.realtimevoice.interceptor.Logged;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.websocket.Session;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes every step to the log: the outermost of the three, so that it sees what the others do. */
@Logged
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + Order.LOGGED)
public class LoggedInterceptor {

  /**
   * Stands around a method of an endpoint, or of a bean behind one.
   *
   * @param call with a session among its arguments, or it is let pass
   * @return what the method returns
   * @throws Exception what the method throws
   */
  @AroundInvoke
  public @Nullable Object log(InvocationContext call) throws Exception {
    Optional<Session> session = Step.session(call);
    if (session.isEmpty()) {
      return call.proceed();
    }
    String id = session.get().getId();
    String step = Step.name(call.getMethod());
    long begun = System.nanoTime();
    try {
      Object result = call.proceed();
      Message.STEP.log(id, step, millisSince(begun));
      return result;
    } catch (Throwable e) {
      Message.STEP_FAILED.log(e, id, step, millisSince(begun));
      throw e;
    }
  }

  private static long millisSince(long begun) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }
}
