package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.client.Received;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.Applications;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.json.JsonObject;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * An undeploy in mid-speech, which no operator has prepared: all final results that were made reach
 * the client, in order, before the end of the stream and the close.
 *
 * <p>Not on WildFly 39: {@code UndeployOfWildFlyClosesFirstTest} says why.
 */
@Tag("application-hears-of-its-undeploy-first")
@ExtendWith(ArquillianExtension.class)
class UndeployLosesNoFinalResultTest {

  private static final String NAME = "undeployed-in-mid-speech";
  private static final int FRAMES = 200;

  @ArquillianResource private Applications applications;

  @Deployment(name = NAME, managed = false, testable = false)
  static WebArchive application() {
    return VoiceWar.withSettings(
        VoiceWar.of(NAME, ScriptedHandler.class), "drain-timeout", "PT0.01S");
  }

  @Test
  void thatWasMade() throws Exception {
    try (VoiceClient client = VoiceClient.connect(applications.deploy(NAME).stream())) {
      client.awaitType("welcome");
      client.send(Messages.start("audio-is-final"));
      client.awaitType("ready");
      for (int i = 0; i < FRAMES; i++) {
        client.sendBinary(new byte[640]);
      }
      client.awaitType("result");
      applications.undeploy(NAME);

      assertEquals(1001, client.awaitClose().code());
      // Audio that came after the end of the stream is told to be of no use.
      List<Received> told =
          client.received().stream()
              .filter(message -> message.isOfType("result") || message.isOfType("stopped"))
              .toList();
      int made = told.size() - 1;
      assertTrue(made > 0, () -> "told: " + client.received());
      assertTrue(told.get(made).isOfType("stopped"), () -> "told: " + client.received());
      assertEquals(Integer.toString(made), json(told.get(made)).getString("text"));
      for (int i = 0; i < made; i++) {
        assertEquals(Integer.toString(i), json(told.get(i)).getString("text"));
        assertTrue(json(told.get(i)).getBoolean("isFinal"));
      }
      System.out.printf("%d of %d final results were made, all have arrived%n", made, FRAMES);
    }
  }

  private static JsonObject json(Received message) {
    return ((Received.Text) message).json();
  }
}
