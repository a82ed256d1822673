package io.realtimevoice.impl.deployment;

import io.realtimevoice.interceptor.Logged;
import io.realtimevoice.interceptor.StateChecked;
import io.realtimevoice.interceptor.Welcomed;
import jakarta.enterprise.inject.spi.AnnotatedMethod;
import jakarta.enterprise.inject.spi.AnnotatedType;
import jakarta.interceptor.Interceptor;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/** What a method must be for a binding on it to work: a container ignores the others silently. */
final class BindingRules {

  private static final List<Class<? extends Annotation>> BINDINGS =
      List.of(Welcomed.class, StateChecked.class, Logged.class);

  private static final List<Class<? extends Annotation>> CALLBACKS =
      List.of(OnOpen.class, OnMessage.class, OnClose.class, OnError.class);

  private BindingRules() {}

  /** What is wrong with the bindings on a class and its methods, each with its remedy. */
  static Stream<String> violations(AnnotatedType<?> type) {
    if (type.isAnnotationPresent(Interceptor.class)) {
      return Stream.empty();
    }
    return BINDINGS.stream()
        .flatMap(binding -> Stream.concat(onClass(type, binding), onMethods(type, binding)));
  }

  private static Stream<String> onClass(
      AnnotatedType<?> type, Class<? extends Annotation> binding) {
    if (!type.isAnnotationPresent(binding)) {
      return Stream.empty();
    }
    if (Modifier.isFinal(type.getJavaClass().getModifiers())) {
      return Stream.of(
          problem(binding, type.getJavaClass().getName(), "a final class", "make it non-final"));
    }
    List<Method> intercepted =
        type.getMethods().stream()
            .map(AnnotatedMethod::getJavaMember)
            .filter(BindingRules::takesSession)
            .filter(method -> !Modifier.isPrivate(method.getModifiers()))
            .filter(method -> !Modifier.isStatic(method.getModifiers()))
            .toList();
    return intercepted.isEmpty()
        ? Stream.of(
            problem(
                binding,
                type.getJavaClass().getName(),
                "a class none of whose methods takes a jakarta.websocket.Session",
                "add that parameter to the methods that it is for"))
        : intercepted.stream()
            .filter(method -> !method.isAnnotationPresent(binding))
            .flatMap(method -> onResult(method, binding));
  }

  private static Stream<String> onMethods(
      AnnotatedType<?> type, Class<? extends Annotation> binding) {
    return type.getMethods().stream()
        .filter(method -> method.isAnnotationPresent(binding))
        .map(AnnotatedMethod::getJavaMember)
        .flatMap(method -> onMethod(method, binding));
  }

  private static Stream<String> onMethod(Method method, Class<? extends Annotation> binding) {
    String where = name(method);
    int modifiers = method.getModifiers();
    Stream.Builder<String> problems = Stream.builder();
    if (Modifier.isPrivate(modifiers)) {
      problems.add(problem(binding, where, "a private method", "make it public"));
    }
    if (Modifier.isStatic(modifiers)) {
      problems.add(problem(binding, where, "a static method", "make it an instance method"));
    }
    if (Modifier.isFinal(modifiers)
        || Modifier.isFinal(method.getDeclaringClass().getModifiers())) {
      problems.add(problem(binding, where, "final", "make the method and its class non-final"));
    }
    if (!takesSession(method)) {
      problems.add(
          problem(
              binding,
              where,
              "a method without a jakarta.websocket.Session",
              "add that parameter, by which the connection is found"));
    }
    return Stream.concat(problems.build(), onResult(method, binding));
  }

  private static Stream<String> onResult(Method method, Class<? extends Annotation> binding) {
    if (binding == StateChecked.class && !canBeRepeated(method)) {
      return Stream.of(
          problem(
              binding,
              name(method),
              "a method that returns " + method.getReturnType().getSimpleName(),
              "let it return void or CompletionStage, since it may have to run later"));
    }
    if (binding == Welcomed.class && opens(method) && method.getReturnType() != void.class) {
      return Stream.of(
          problem(
              binding, name(method), "a method that opens, with a result", "let it return void"));
    }
    return Stream.empty();
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }

  /** As the interceptors see it. */
  private static boolean opens(Method method) {
    if (CALLBACKS.stream().anyMatch(method::isAnnotationPresent)) {
      return method.isAnnotationPresent(OnOpen.class);
    }
    return Stream.of(method.getParameterTypes())
        .allMatch(
            type ->
                Session.class.isAssignableFrom(type)
                    || EndpointConfig.class.isAssignableFrom(type));
  }

  private static boolean takesSession(Method method) {
    return Stream.of(method.getParameterTypes()).anyMatch(Session.class::isAssignableFrom);
  }

  private static boolean canBeRepeated(Method method) {
    return method.getReturnType() == void.class
        || CompletionStage.class.isAssignableFrom(method.getReturnType());
  }

  private static String problem(
      Class<? extends Annotation> binding, String where, String what, String remedy) {
    return String.format(
        "RV0020 realtime-voice: @%s on %s does not work, because that is %s: %s",
        binding.getSimpleName(), where, what, remedy);
  }
}
