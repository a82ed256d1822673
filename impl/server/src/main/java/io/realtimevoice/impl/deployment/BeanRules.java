package io.realtimevoice.impl.deployment;

import io.realtimevoice.VoiceHandler;
import io.realtimevoice.spi.HandshakeCheck;
import io.realtimevoice.spi.SettingsSource;
import io.realtimevoice.spi.VoiceAuthenticator;
import io.realtimevoice.spi.WelcomeProvider;
import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.enterprise.inject.AmbiguousResolutionException;
import jakarta.enterprise.inject.Default;
import jakarta.enterprise.inject.spi.Bean;
import java.lang.annotation.Annotation;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many beans of which type an application may have.
 *
 * @param beans all enabled beans of the application, in whichever of its archives
 * @param resolver tells which of several is meant
 */
record BeanRules(Set<Bean<?>> beans, Resolver resolver) {

  /** Picks the bean that is meant, or throws. */
  @FunctionalInterface
  interface Resolver {
    /** As {@code BeanManager.resolve}. */
    @Nullable Bean<?> resolve(Set<Bean<?>> candidates);
  }

  private static final Set<Class<? extends Annotation>> HTTP_SCOPES =
      Set.of(RequestScoped.class, SessionScoped.class, ConversationScoped.class);

  /** What is wrong with the application's beans, each with its remedy. */
  Stream<String> violations() {
    Stream<String> missing =
        ofType(VoiceHandler.class).isEmpty() ? Stream.of(noHandler()) : Stream.empty();
    Stream<String> ambiguous =
        Stream.of(
                VoiceHandler.class,
                VoiceAuthenticator.class,
                WelcomeProvider.class,
                SettingsSource.class)
            .flatMap(this::ambiguity);
    Stream<String> misplaced =
        Stream.of(
                VoiceHandler.class,
                VoiceAuthenticator.class,
                WelcomeProvider.class,
                HandshakeCheck.class)
            .flatMap(this::scopes);
    return Stream.of(missing, ambiguous, misplaced).flatMap(all -> all);
  }

  private static String noHandler() {
    return "RV0011 realtime-voice: there is no bean that implements "
        + VoiceHandler.class.getName()
        + ": write one, such as \"@ApplicationScoped public class Dictation implements"
        + " VoiceHandler\", in an archive with a META-INF/beans.xml or WEB-INF/beans.xml";
  }

  private Stream<String> ambiguity(Class<?> type) {
    Set<Bean<?>> candidates = ofType(type);
    try {
      resolver.resolve(candidates);
      return Stream.empty();
    } catch (AmbiguousResolutionException e) {
      String names =
          candidates.stream()
              .map(bean -> bean.getBeanClass().getName())
              .sorted()
              .collect(Collectors.joining(", "));
      return Stream.of(
          String.format(
              "RV0012 realtime-voice: more than one bean implements %s (%s): keep one, or make the"
                  + " others @Alternative, @Vetoed or qualified",
              type.getName(), names));
    }
  }

  private Stream<String> scopes(Class<?> type) {
    return ofType(type).stream()
        .filter(bean -> HTTP_SCOPES.contains(bean.getScope()))
        .map(
            bean ->
                String.format(
                    "RV0013 realtime-voice: %s is @%s, but there is no HTTP request behind a"
                        + " WebSocket message: make it @ApplicationScoped",
                    bean.getBeanClass().getName(), bean.getScope().getSimpleName()));
  }

  private Set<Bean<?>> ofType(Class<?> type) {
    return beans.stream()
        .filter(bean -> bean.getTypes().contains(type))
        .filter(bean -> bean.getQualifiers().contains(Default.Literal.INSTANCE))
        .collect(Collectors.toSet());
  }
}
