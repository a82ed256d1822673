package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.interceptor.Welcomed;
import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.deployment.Applications;
import io.realtimevoice.it.deployment.VoiceWar;
import io.realtimevoice.spi.SettingsSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.Session;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An application that could not work does not deploy, and its developer reads what to do. */
@ExtendWith(ArquillianExtension.class)
class DeploymentNamesTheRemedyTest {

  @ArquillianResource private Applications applications;

  @Deployment(name = "no-handler", managed = false, testable = false)
  static WebArchive withoutHandler() {
    return VoiceWar.of("no-handler");
  }

  @Deployment(name = "two-handlers", managed = false, testable = false)
  static WebArchive withTwoHandlers() {
    return VoiceWar.of("two-handlers", ScriptedHandler.class, SecondHandler.class);
  }

  @Deployment(name = "private-binding", managed = false, testable = false)
  static WebArchive withPrivateBinding() {
    return VoiceWar.of("private-binding", ScriptedHandler.class, PrivateBinding.class);
  }

  @Deployment(name = "final-binding", managed = false, testable = false)
  static WebArchive withFinalBinding() {
    return VoiceWar.of("final-binding", ScriptedHandler.class, FinalBinding.class);
  }

  @Deployment(name = "bad-setting", managed = false, testable = false)
  static WebArchive withBadSetting() {
    return VoiceWar.of("bad-setting", ScriptedHandler.class, BadSetting.class);
  }

  @Test
  void ofNoHandler() {
    assertRefused("no-handler", "RV0011", "@ApplicationScoped public class Dictation");
  }

  @Test
  void ofTwoHandlers() {
    assertRefused("two-handlers", "RV0012", "ScriptedHandler", "SecondHandler", "@Alternative");
  }

  @Test
  void ofABindingOnAPrivateMethod() {
    assertRefused("private-binding", "RV0020", "PrivateBinding.open", "make it public");
  }

  @Test
  void ofABindingOnAFinalMethod() {
    assertRefused("final-binding", "RV0020", "FinalBinding.open", "non-final");
  }

  @Test
  void ofABadSetting() {
    assertRefused(
        "bad-setting", "RV0010", "realtime-voice.start-timeout", "soon", "ISO 8601 duration");
  }

  private void assertRefused(String deployment, String... words) {
    String refusal = applications.refusal(deployment);
    for (String word : words) {
      assertTrue(refusal.contains(word), () -> word + " is missing in " + refusal);
    }
  }

  /** One too many. */
  @ApplicationScoped
  public static class SecondHandler extends ScriptedHandler {}

  /** Would never be intercepted. */
  @ApplicationScoped
  public static class PrivateBinding {
    @SuppressWarnings({"UnusedMethod", "UnusedVariable"}) // What is wrong with it is the point.
    @Welcomed
    private void open(Session session) {}
  }

  /** Could not be intercepted. */
  @ApplicationScoped
  public static class FinalBinding {
    /** Final. */
    @Welcomed
    public final void open(Session session) {}
  }

  /** Says soon. */
  @ApplicationScoped
  public static class BadSetting implements SettingsSource {
    @Override
    public Optional<String> value(String name) {
      return name.equals("realtime-voice.start-timeout") ? Optional.of("soon") : Optional.empty();
    }
  }
}
