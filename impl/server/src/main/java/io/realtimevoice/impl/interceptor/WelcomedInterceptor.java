package io.realtimevoice.impl.interceptor;

import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.runtime.Channel;
import io.realtimevoice.impl.runtime.ChannelRuntime;
import io.realtimevoice.impl.websocket.Opening;
import io.realtimevoice.interceptor.Welcomed;
import io.realtimevoice.protocol.ErrorCode;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Delivers the welcome: the innermost of the three, so that nothing is welcomed before its time.
 */
@Welcomed
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE + Order.WELCOMED)
public class WelcomedInterceptor {

  @Inject ChannelRuntime runtime;

  /**
   * Stands around a method of an endpoint, or of a bean behind one.
   *
   * @param call with a session among its arguments, or it is let pass
   * @return what the method returns; null if it opens and has thrown
   * @throws Exception what a method that does not open throws
   */
  @AroundInvoke
  public @Nullable Object welcome(InvocationContext call) throws Exception {
    Optional<Session> session = Step.session(call);
    if (session.isEmpty()) {
      return call.proceed();
    }
    return switch (Step.of(call.getMethod())) {
      case OPEN -> open(call, session.get());
      case MESSAGE -> {
        runtime.channel().connections().of(session.get()).acknowledged();
        yield call.proceed();
      }
      case CLOSE -> close(call, session.get());
      case ERROR -> call.proceed();
    };
  }

  private @Nullable Object open(InvocationContext call, Session session) {
    Channel channel = runtime.channel();
    Connection connection = channel.connections().of(session);
    Opening opening = channel.opening(session, connection);
    try {
      Object result = call.proceed();
      connection.welcome();
      return result;
    } catch (Throwable e) {
      Message.OPEN_FAILED.log(e, connection.id(), Step.name(call.getMethod()));
      channel
          .farewell()
          .say(connection, ErrorCode.INTERNAL, "", channel.greetings().locale(session));
      return null;
    } finally {
      opening.end();
    }
  }

  private @Nullable Object close(InvocationContext call, Session session) throws Exception {
    try {
      return call.proceed();
    } finally {
      int code =
          Arrays.stream(call.getParameters())
              .filter(CloseReason.class::isInstance)
              .map(reason -> ((CloseReason) reason).getCloseCode().getCode())
              .findFirst()
              .orElse(CloseReason.CloseCodes.NO_STATUS_CODE.getCode());
      runtime.channel().connections().of(session).closed(code);
    }
  }
}
