package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.Closed;
import io.realtimevoice.it.client.Received;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.ServerLog;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a slow handler has not taken yet waits, up to a bound: at half of it the client is told. */
@ExtendWith(ArquillianExtension.class)
class FastClientIsToldToSlowDownTest {

  private static final String NAME = "too-fast";
  private static final byte[] FRAME = new byte[640];

  /** More than half of the bound, with what the channel counts for each message, and not all. */
  private static final int FRAMES_OVER_HALF = 60;

  private static final int FAR_TOO_MANY = 10_000;

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive slow() {
    return VoiceWar.withSettings(VoiceWar.of(NAME, ScriptedHandler.class), "intake-bytes", "65536");
  }

  @Test
  void andLosesNothingIfItDoes() throws Exception {
    try (VoiceClient client = started("first-audio-blocks")) {
      for (int i = 0; i < FRAMES_OVER_HALF; i++) {
        client.sendBinary(FRAME);
      }
      JsonObject error = client.awaitType("error");
      assertEquals("TOO_FAST", error.getString("code"));
      assertFalse(error.getBoolean("fatal"));
      assertTrue(error.getInt("retryAfterMs") > 0);

      client.sendText(Messages.STOP);
      assertEquals(
          FRAMES_OVER_HALF * FRAME.length + " bytes",
          client.awaitType("stopped").getString("text"));
      assertEquals(1, errors(client).size(), "told once");
    }
  }

  /** What the server never reads makes it reset the connection, which may overtake the close. */
  @Test
  void andIsClosedWith4429IfItDoesNot() throws Exception {
    ServerLog log = ServerLog.of(NAME);
    try (VoiceClient client = started("audio-blocks")) {
      sendAsFarAsItGoes(client);
      int code = client.awaitClose().code();
      log.await("RV0102 ", "closed with 4429");
      if (code != Closed.WITHOUT_CLOSE_FRAME) {
        assertEquals(4429, code);
        assertEquals(List.of("TOO_FAST", "FLOOD"), errors(client));
      }
    }
  }

  private static List<String> errors(VoiceClient client) {
    return client.received().stream()
        .filter(message -> message.isOfType("error"))
        .map(message -> ((Received.Text) message).json().getString("code"))
        .toList();
  }

  private static void sendAsFarAsItGoes(VoiceClient client) throws InterruptedException {
    try {
      for (int i = 0; i < FAR_TOO_MANY && client.isOpen(); i++) {
        client.sendBinary(FRAME);
      }
    } catch (IOException e) {
      // The server has closed.
    }
  }

  private VoiceClient started(String script) throws Exception {
    VoiceClient client = VoiceClient.connect(ChannelAddress.of(application).stream());
    client.awaitType("welcome");
    client.send(Messages.start(script));
    client.awaitType("ready");
    return client;
  }
}
