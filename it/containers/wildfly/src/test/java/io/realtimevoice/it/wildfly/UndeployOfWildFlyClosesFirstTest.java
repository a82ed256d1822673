package io.realtimevoice.it.wildfly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.Applications;
import io.realtimevoice.it.deployment.VoiceWar;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A fact about WildFly 39, not about the channel: at an undeploy Undertow closes all WebSockets
 * with 1001 before it tells the application ({@code ServletContextListener}, end of the application
 * scope), so the channel can neither say {@code goaway} nor let streams finish. What it had handed
 * over before is on its way; what a stream was about to say is not. So an operator drains first.
 *
 * <p>When this fails, the quirk is gone: {@code UndeployLosesNoFinalResultTest} may then run here.
 */
@ExtendWith(ArquillianExtension.class)
class UndeployOfWildFlyClosesFirstTest {

  private static final String NAME = "closed-first";

  @ArquillianResource private Applications applications;

  @Deployment(name = NAME, managed = false, testable = false)
  static WebArchive application() {
    return VoiceWar.of(NAME, ScriptedHandler.class);
  }

  @Test
  void soThatNoStreamCanFinish() throws Exception {
    try (VoiceClient client = VoiceClient.connect(applications.deploy(NAME).stream())) {
      client.awaitType("welcome");
      client.sendText("{\"type\":\"hello\",\"version\":1}");
      client.sendText("{\"type\":\"start\",\"engineType\":\"audio-is-final\"}");
      client.awaitType("ready");
      client.sendBinary(new byte[640]);
      client.awaitType("result");
      applications.undeploy(NAME);

      assertEquals(1001, client.awaitClose().code());
      assertTrue(
          client.received().stream()
              .noneMatch(message -> message.isOfType("goaway") || message.isOfType("stopped")),
          () -> "WildFly tells the application first now: " + client.received());
    }
  }
}
