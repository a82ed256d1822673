package io.realtimevoice.impl.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.realtimevoice.interceptor.Logged;
import io.realtimevoice.interceptor.StateChecked;
import io.realtimevoice.interceptor.Welcomed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing calls what these classes have; it is read by the extension. */
@SuppressWarnings({"UnusedMethod", "UnusedVariable"})
class BindingsThatCannotWorkFailTheDeploymentTest {

  @ApplicationScoped
  static class PrivateMethod {
    @Logged
    private void open(Session session) {}
  }

  @ApplicationScoped
  static class StaticMethod {
    @Logged
    static void open(Session session) {}
  }

  @Dependent
  static class FinalMethod {
    @Welcomed
    public final void open(Session session) {}
  }

  @Dependent
  static final class FinalClass {
    @StateChecked
    public void open(Session session) {}
  }

  @Welcomed
  @Dependent
  static final class BoundFinalClass {
    public void open(Session session) {}
  }

  @ApplicationScoped
  static class NoSession {
    @Logged
    public void open(String text) {}
  }

  @Logged
  @ApplicationScoped
  static class BoundWithoutSession {
    public void open(String text) {}
  }

  @ApplicationScoped
  static class CheckedWithAResult {
    @StateChecked
    public String send(Session session, String text) {
      return text;
    }
  }

  @StateChecked
  @ApplicationScoped
  static class BoundWithAResult {
    public int send(Session session, String text) {
      return text.length();
    }
  }

  @ApplicationScoped
  static class OpeningCallbackWithAResult {
    @OnOpen
    @Welcomed
    public String open(Session session) {
      return "welcome";
    }
  }

  @ApplicationScoped
  static class OpeningWithAResult {
    @Welcomed
    public boolean open(Session session, EndpointConfig config) {
      return true;
    }
  }

  @Welcomed
  @ApplicationScoped
  static class BoundOpeningWithAResult {
    public boolean open(Session session) {
      return true;
    }
  }

  static class Parent {
    @Logged
    private void open(Session session) {}
  }

  @ApplicationScoped
  static class InheritsAPrivateMethod extends Parent {
    @Logged
    public void close(Session session, CloseReason reason) {}
  }

  @Logged
  @ApplicationScoped
  static class Works {
    @OnOpen
    @Welcomed
    @StateChecked
    public void open(Session session, EndpointConfig config) {}

    @OnMessage
    @Welcomed
    public String message(Session session, String text) {
      return text;
    }

    @StateChecked
    void later(Session session, String text) {}

    @StateChecked
    protected CompletionStage<Void> stage(Session session, String text) {
      return CompletableFuture.completedFuture(null);
    }

    @StateChecked
    public CompletableFuture<Void> future(String text, Session session) {
      return CompletableFuture.completedFuture(null);
    }

    @Welcomed
    public void close(Session session, CloseReason reason) {}

    public int helper(String text) {
      return text.length();
    }

    private static void helper(Session session) {}

    private String another(Session session) {
      helper(session);
      return session.getId();
    }

    public String id(Session session) {
      return another(session);
    }
  }

  @StateChecked
  @Welcomed
  @Logged
  @ApplicationScoped
  static class WorksAsAWhole {
    public void open(Session session) {}

    public void message(Session session, String text) {}

    public String helper(String text) {
      return text;
    }

    private String another(Session session) {
      return helper(session.getId());
    }

    static String name(Session session) {
      return new WorksAsAWhole().another(session);
    }
  }

  @ApplicationScoped
  static class WithoutBindings {
    private void open(Session session) {}

    public final String close(String text) {
      open(null);
      return text;
    }
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void withAMessageThatNamesTheRemedy(Class<?> bean, String problem) {
    String failure = Deployment.failure(Handler.class, bean);

    assertTrue(failure.contains("RV0020 realtime-voice: @" + problem), failure);
  }

  @Test
  void withAllThatIsWrongInOneClass() {
    String failure = Deployment.failure(Handler.class, FinalMethod.class);

    assertEquals(
        "RV0020 realtime-voice: @Welcomed on "
            + FinalMethod.class.getName()
            + ".open does not work, because that is final: make the method and its class non-final",
        failure.substring(failure.indexOf("RV0020")));
  }

  @ParameterizedTest
  @MethodSource("right")
  void butWhatWorksPasses(Class<?> bean) {
    assertNull(Deployment.failure(Handler.class, bean));
  }

  static Stream<Class<?>> right() {
    return Stream.of(Works.class, WorksAsAWhole.class, WithoutBindings.class);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        wrong(PrivateMethod.class, "Logged", ".open", "a private method: make it public"),
        wrong(StaticMethod.class, "Logged", ".open", "a static method: make it an instance method"),
        wrong(
            FinalMethod.class,
            "Welcomed",
            ".open",
            "final: make the method and its class non-final"),
        wrong(
            FinalClass.class,
            "StateChecked",
            ".open",
            "final: make the method and its class non-final"),
        wrong(BoundFinalClass.class, "Welcomed", "", "a final class: make it non-final"),
        wrong(
            NoSession.class,
            "Logged",
            ".open",
            "a method without a jakarta.websocket.Session: add that parameter, by which the"
                + " connection is found"),
        wrong(
            BoundWithoutSession.class,
            "Logged",
            "",
            "a class none of whose methods takes a jakarta.websocket.Session: add that parameter to"
                + " the methods that it is for"),
        wrong(
            CheckedWithAResult.class,
            "StateChecked",
            ".send",
            "a method that returns String: let it return void or CompletionStage, since it may have"
                + " to run later"),
        wrong(
            BoundWithAResult.class,
            "StateChecked",
            ".send",
            "a method that returns int: let it return void or CompletionStage, since it may have to"
                + " run later"),
        wrong(
            OpeningCallbackWithAResult.class,
            "Welcomed",
            ".open",
            "a method that opens, with a result: let it return void"),
        wrong(
            OpeningWithAResult.class,
            "Welcomed",
            ".open",
            "a method that opens, with a result: let it return void"),
        wrong(
            BoundOpeningWithAResult.class,
            "Welcomed",
            ".open",
            "a method that opens, with a result: let it return void"),
        arguments(
            InheritsAPrivateMethod.class,
            "Logged on "
                + Parent.class.getName()
                + ".open does not work, because that is a private method: make it public"));
  }

  private static Arguments wrong(Class<?> bean, String binding, String member, String rest) {
    return arguments(
        bean,
        binding + " on " + bean.getName() + member + " does not work, because that is " + rest);
  }
}
