package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.application.ShortDeadlines;
import io.realtimevoice.it.application.Witness;
import io.realtimevoice.it.application.WitnessEndpoint;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.Listening;
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

/** Wherever a client vanishes: its session ends once, and its connection is forgotten. */
@ExtendWith(ArquillianExtension.class)
class NothingIsLeftBehindTest {

  private static final byte[] AUDIO = new byte[640];

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive scripted() {
    return VoiceWar.of(
        "nothing-left",
        ScriptedHandler.class,
        ShortDeadlines.class,
        Witness.class,
        WitnessEndpoint.class);
  }

  @Test
  void ofAClientThatVanishesAtOnce() throws Exception {
    assertForgotten("CONNECTION_LOST", client -> {});
  }

  @Test
  void ofAClientThatVanishesAfterTheStart() throws Exception {
    assertForgotten("CONNECTION_LOST", client -> start(client, "works"));
  }

  @Test
  void ofAClientThatVanishesWhileItSpeaks() throws Exception {
    assertForgotten(
        "CONNECTION_LOST",
        client -> {
          start(client, "works");
          client.sendBinary(AUDIO);
        });
  }

  @Test
  void ofAClientThatVanishesBeforeItIsStopped() throws Exception {
    assertForgotten(
        "CONNECTION_LOST",
        client -> {
          start(client, "end-never");
          client.sendText(Messages.STOP);
        });
  }

  @Test
  void ofAClientThatClosesInMidStream() throws Exception {
    assertForgotten(
        "ABANDONED",
        client -> {
          start(client, "works");
          client.close(1000, "");
          client.awaitClose();
        });
  }

  @Test
  void ofAClientThatClosesWhenAllIsSaid() throws Exception {
    assertForgotten(
        "COMPLETED",
        client -> {
          start(client, "works");
          client.sendText(Messages.STOP);
          client.awaitType("stopped");
          client.close(1000, "");
          client.awaitClose();
        });
  }

  @Test
  void ofAClientThatNeverReadsAndNeverStarts() throws Exception {
    ChannelAddress address = ChannelAddress.of(application);
    try (VoiceClient witness = VoiceClient.connect(address.endpoint(WitnessEndpoint.PATH));
        VoiceClient silent = VoiceClient.connect(address.stream(), Listening.never())) {
      assertEquals("REFUSED", witness.awaitType("SessionEnded").getString("reason"));
      assertEquals(4480, witness.awaitType("ConnectionClosed").getInt("closeCode"));
      assertEquals(0, silent.received().size());
    }
  }

  private void assertForgotten(String reason, Steps steps) throws Exception {
    ChannelAddress address = ChannelAddress.of(application);
    try (VoiceClient witness = VoiceClient.connect(address.endpoint(WitnessEndpoint.PATH))) {
      int before = witness.awaitType("Count").getInt("connections");
      VoiceClient client = VoiceClient.connect(address.stream());
      String session = client.awaitType("welcome").getString("sessionId");
      steps.take(client);
      client.abort();
      JsonObject ended = witness.awaitType("SessionEnded");
      assertEquals(session, ended.getString("sessionId"));
      assertEquals(reason, ended.getString("reason"));
      witness.awaitType("ConnectionClosed");
      witness.sendText("count");
      assertEquals(before, witness.awaitType("Count").getInt("connections"));
      assertEquals(1, witness.received().stream().filter(m -> m.isOfType("SessionEnded")).count());
    }
  }

  private static void start(VoiceClient client, String script) throws Exception {
    client.send(Messages.start(script));
    client.awaitType("ready");
  }

  @FunctionalInterface
  private interface Steps {
    void take(VoiceClient client) throws Exception;
  }
}
