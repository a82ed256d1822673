package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.deployment.Applications;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Holds the test bed to its word: other tests rely on it for the channel's own messages. */
@ExtendWith(ArquillianExtension.class)
class DeploymentFailureTellsWhyTest {

  private static final String REASON = "this application does not want to start";

  @ArquillianResource private Applications applications;

  @Deployment(name = "unsatisfied", managed = false, testable = false)
  static WebArchive unsatisfied() {
    return VoiceWar.of("unsatisfied", ScriptedHandler.class, Needy.class, Need.class);
  }

  @Deployment(name = "unwilling", managed = false, testable = false)
  static WebArchive unwilling() {
    return VoiceWar.of("unwilling", ScriptedHandler.class, Unwilling.class);
  }

  @Test
  void anUnsatisfiedDependencyIsNamed() {
    String refusal = applications.refusal("unsatisfied");
    assertTrue(refusal.contains("WELD-001408") && refusal.contains("Need"), refusal);
  }

  @Test
  void anExceptionAtTheStartKeepsItsMessage() {
    String refusal = applications.refusal("unwilling");
    assertTrue(refusal.contains(REASON), refusal);
  }

  /** No bean implements it. */
  public interface Need {}

  /** Cannot be satisfied. */
  @ApplicationScoped
  public static class Needy {
    @Inject Need need;
  }

  /** Fails as soon as the application starts. */
  @ApplicationScoped
  public static class Unwilling {
    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
      throw new IllegalStateException(REASON);
    }
  }
}
