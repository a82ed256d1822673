package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.Closed;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.json.JsonObject;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** It listens, and answers each ping: it is there, and wants nothing. */
@ExtendWith(ArquillianExtension.class)
class ClientThatNeverStartsIsClosedTest {

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive impatient() {
    return VoiceWar.withSettings(
        VoiceWar.of("never-starts", ScriptedHandler.class),
        "start-timeout",
        "PT3S",
        "heartbeat",
        "PT0.5S",
        "heartbeat-answer",
        "PT1M");
  }

  @Test
  void with4408() throws Exception {
    try (VoiceClient client = VoiceClient.connect(ChannelAddress.of(application).stream())) {
      client.awaitType("welcome");
      JsonObject error = client.awaitType("error");
      assertEquals("START_TIMEOUT", error.getString("code"));
      assertTrue(error.getBoolean("fatal"));
      Closed end = client.awaitClose();
      assertEquals(4408, end.code());
      assertTrue(end.sinceOpen().toMillis() > 2_000, () -> "too early: " + end);
    }
  }

  @Test
  void evenAfterAHello() throws Exception {
    try (VoiceClient client = VoiceClient.connect(ChannelAddress.of(application).stream())) {
      client.awaitType("welcome");
      client.sendText(Messages.HELLO);
      client.awaitType("heartbeat");
      client.sendText("{\"type\":\"heartbeat\",\"received\":0}");
      assertEquals("START_TIMEOUT", client.awaitType("error").getString("code"));
      assertEquals(4408, client.awaitClose().code());
    }
  }

  @Test
  void butNotOneWhoseStreamIsOpen() throws Exception {
    try (VoiceClient idle = VoiceClient.connect(ChannelAddress.of(application).stream());
        VoiceClient client = VoiceClient.connect(ChannelAddress.of(application).stream())) {
      client.awaitType("welcome");
      client.send(Messages.start("works"));
      client.awaitType("ready");
      assertEquals(4408, idle.awaitClose().code());
      client.sendText(Messages.STOP);
      client.awaitType("stopped");
    }
  }
}
