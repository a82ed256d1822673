package io.realtimevoice.impl.deployment;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.realtimevoice.StartRequest;
import io.realtimevoice.VoiceHandler;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.HandshakeCheck;
import io.realtimevoice.spi.Refusal;
import io.realtimevoice.spi.SettingsSource;
import io.realtimevoice.spi.VoiceAuthenticator;
import io.realtimevoice.spi.WelcomeProvider;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Vetoed;
import jakarta.inject.Qualifier;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;
import java.io.Serializable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BeansThatCannotWorkFailTheDeploymentTest {

  @Qualifier
  @Retention(RetentionPolicy.RUNTIME)
  @interface Other {}

  @ApplicationScoped
  static class Second extends Handler {}

  @Alternative
  @Priority(Interceptor.Priority.APPLICATION)
  @ApplicationScoped
  static class InTest extends Handler {}

  @Singleton
  @Other
  static class Qualified extends Handler {}

  @Vetoed
  static class Vetoes extends Handler {}

  @RequestScoped
  static class OfRequest extends Handler {}

  @SessionScoped
  static class OfSession extends Handler implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @ConversationScoped
  static class OfConversation extends Handler implements Serializable {
    private static final long serialVersionUID = 1L;
  }

  @Dependent
  static class Dependents extends Handler {}

  @ApplicationScoped
  static class Produced {
    @Produces
    @ApplicationScoped
    VoiceHandler handler() {
      return new Handler();
    }
  }

  @ApplicationScoped
  static class Settings1 implements SettingsSource {
    @Override
    public Optional<String> value(String name) {
      return Optional.empty();
    }
  }

  @ApplicationScoped
  static class Settings2 extends Settings1 {}

  @ApplicationScoped
  static class Welcome1 implements WelcomeProvider {
    @Override
    public String message(Handshake handshake, Locale locale) {
      return "";
    }
  }

  @ApplicationScoped
  static class Welcome2 extends Welcome1 {}

  @RequestScoped
  static class WelcomeOfRequest extends Welcome1 {}

  @ApplicationScoped
  static class Authenticator1 implements VoiceAuthenticator {
    @Override
    public Optional<Principal> authenticate(StartRequest request, Handshake handshake) {
      return Optional.empty();
    }
  }

  @ApplicationScoped
  static class Authenticator2 extends Authenticator1 {}

  @RequestScoped
  static class AuthenticatorOfRequest extends Authenticator1 {}

  @ApplicationScoped
  static class Check1 implements HandshakeCheck {
    @Override
    public Optional<Refusal> check(Handshake handshake) {
      return Optional.empty();
    }
  }

  @ApplicationScoped
  static class Check2 extends Check1 {}

  @RequestScoped
  static class CheckOfRequest extends Check1 {}

  @Test
  void withoutAHandler() {
    String failure = Deployment.failure(Settings1.class);

    assertTrue(
        failure.contains(
            "RV0011 realtime-voice: there is no bean that implements io.realtimevoice.VoiceHandler:"
                + " write one, such as \"@ApplicationScoped public class Dictation implements"
                + " VoiceHandler\""),
        failure);
  }

  @Test
  void withTwoHandlers() {
    String failure = Deployment.failure(Second.class, Handler.class);

    assertTrue(
        failure.contains(
            "RV0012 realtime-voice: more than one bean implements io.realtimevoice.VoiceHandler ("
                + Second.class.getName()
                + ", "
                + Handler.class.getName()
                + "): keep one, or make the others @Alternative, @Vetoed or qualified"),
        failure);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void withTwoOfWhatThereMayBeOneOf(Class<?> first, Class<?> second, Class<?> type) {
    String failure = Deployment.failure(Handler.class, first, second);

    assertTrue(
        failure.contains("RV0012 realtime-voice: more than one bean implements " + type.getName()),
        failure);
  }

  @ParameterizedTest
  @MethodSource("ofHttp")
  void withOneInAScopeOfHttp(Class<?> bean, String scope) {
    boolean handler = VoiceHandler.class.isAssignableFrom(bean);
    String failure = handler ? Deployment.failure(bean) : Deployment.failure(Handler.class, bean);

    assertTrue(
        failure.contains(
            "RV0013 realtime-voice: "
                + bean.getName()
                + " is @"
                + scope
                + ", but there is no HTTP request behind a WebSocket message: make it"
                + " @ApplicationScoped"),
        failure);
  }

  @Test
  void andAllThatIsWrongIsSaidAtOnce() {
    String failure = Deployment.failure(Settings1.class, Settings2.class);

    assertTrue(failure.contains("RV0011") && failure.contains("RV0012"), failure);
  }

  @Test
  void butOneHandlerOfAnyOtherKindPasses() {
    assertNull(Deployment.failure(Handler.class));
    assertNull(Deployment.failure(Dependents.class));
    assertNull(Deployment.failure(Produced.class));
  }

  @Test
  void andSoDoOthersThatDoNotCount() {
    assertNull(Deployment.failure(Handler.class, InTest.class, Qualified.class, Vetoes.class));
  }

  @Test
  void andOneOfEachOfTheOthersAndAnyNumberOfChecks() {
    assertNull(
        Deployment.failure(
            Handler.class,
            Settings1.class,
            Welcome1.class,
            Authenticator1.class,
            Check1.class,
            Check2.class));
  }

  static Stream<Arguments> pairs() {
    return Stream.of(
        arguments(Settings1.class, Settings2.class, SettingsSource.class),
        arguments(Welcome1.class, Welcome2.class, WelcomeProvider.class),
        arguments(Authenticator1.class, Authenticator2.class, VoiceAuthenticator.class));
  }

  static Stream<Arguments> ofHttp() {
    return Stream.of(
        arguments(OfRequest.class, "RequestScoped"),
        arguments(OfSession.class, "SessionScoped"),
        arguments(OfConversation.class, "ConversationScoped"),
        arguments(WelcomeOfRequest.class, "RequestScoped"),
        arguments(AuthenticatorOfRequest.class, "RequestScoped"),
        arguments(CheckOfRequest.class, "RequestScoped"));
  }
}
