package io.realtimevoice.impl.interceptor;

import jakarta.interceptor.InvocationContext;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a method that takes a {@link Session} does in the life of a connection: what its annotation
 * says, or else what its parameters say.
 */
enum Step {
  /** It opens: annotated, or it takes nothing but the session and its configuration. */
  OPEN,
  /** It takes a message: annotated, or any other parameters. */
  MESSAGE,
  /** It closes: annotated, or it takes a {@link CloseReason}. */
  CLOSE,
  /** It hears of an error: annotated, or it takes a {@link Throwable}. */
  ERROR;

  static Step of(Method method) {
    if (method.isAnnotationPresent(OnOpen.class)) {
      return OPEN;
    } else if (method.isAnnotationPresent(OnMessage.class)) {
      return MESSAGE;
    } else if (method.isAnnotationPresent(OnClose.class) || takes(method, CloseReason.class)) {
      return CLOSE;
    } else if (method.isAnnotationPresent(OnError.class) || takes(method, Throwable.class)) {
      return ERROR;
    }
    return Arrays.stream(method.getParameterTypes()).allMatch(Step::ofOpening) ? OPEN : MESSAGE;
  }

  /** The session among the arguments of a call. */
  static Optional<Session> session(InvocationContext call) {
    return Arrays.stream(call.getParameters())
        .filter(Session.class::isInstance)
        .map(Session.class::cast)
        .findFirst();
  }

  /** What a method is called in the log. */
  static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  private static boolean takes(Method method, Class<?> type) {
    return Arrays.stream(method.getParameterTypes()).anyMatch(type::isAssignableFrom);
  }

  private static boolean ofOpening(Class<?> type) {
    return Session.class.isAssignableFrom(type) || EndpointConfig.class.isAssignableFrom(type);
  }
}
