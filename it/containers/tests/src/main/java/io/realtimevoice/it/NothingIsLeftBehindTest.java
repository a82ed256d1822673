package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.application.ShortDeadlines;
import io.realtimevoice.it.application.Witness;
import io.realtimevoice.it.application.WitnessEndpoint;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.Listening;
import io.realtimevoice.it.client.Received;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URL;
import java.time.Duration;
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

  private static final JsonObject NOTHING =
      Json.createObjectBuilder()
          .add("type", "Count")
          .add("connections", 0)
          .add("sessions", 0)
          .build();

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
    assertForgotten("CONNECTION_LOST", client -> client.awaitType("welcome"));
  }

  @Test
  void ofAClientThatVanishesAfterTheStart() throws Exception {
    assertForgotten(
        "CONNECTION_LOST",
        client -> {
          client.awaitType("welcome");
          start(client, "works");
        });
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
      assertEquals("CONNECTION_LOST", witness.awaitType("SessionEnded").getString("reason"));
      assertEquals(4480, witness.awaitType("ConnectionClosed").getInt("closeCode"));
      assertEquals(0, silent.received().size());
    }
  }

  @Test
  void ofAGreetedClientThatVanishesAtOnce() throws Exception {
    assertForgotten("CONNECTION_LOST", NothingIsLeftBehindTest::greet);
  }

  @Test
  void ofAGreetedClientThatVanishesAfterTheStart() throws Exception {
    assertForgotten(
        "CONNECTION_LOST",
        client -> {
          greet(client);
          start(client, "works");
        });
  }

  @Test
  void ofAGreetedClientThatVanishesWhileItSpeaks() throws Exception {
    assertForgotten(
        "CONNECTION_LOST",
        client -> {
          greet(client);
          start(client, "audio-is-final");
          client.sendBinary(AUDIO);
          client.awaitType("result");
          client.sendBinary(AUDIO);
        });
  }

  @Test
  void ofAGreetedClientThatVanishesBeforeItIsStopped() throws Exception {
    assertForgotten(
        "FAILED",
        client -> {
          greet(client);
          start(client, "end-never");
          client.sendText(Messages.STOP);
          while (client.received().stream().noneMatch(NothingIsLeftBehindTest::hasStartAndStop)) {
            client.sendText("{\"type\":\"heartbeat\",\"received\":0}");
            client.awaitType("ack");
          }
        });
  }

  @Test
  void ofAGreetedClientThatVanishesWhenAllIsSaid() throws Exception {
    assertForgotten(
        "CONNECTION_LOST",
        client -> {
          greet(client);
          start(client, "works");
          client.sendText(Messages.STOP);
          client.awaitType("stopped");
        });
  }

  @Test
  void ofAGreetedClientThatIsNoMoreInTheMood() throws Exception {
    assertForgotten(
        "ABANDONED",
        client -> {
          greet(client);
          start(client, "works");
          client.close(1000, "");
          client.awaitClose();
        });
  }

  @Test
  void ofAClientThatVanishesOnceMoreAfterAResume() throws Exception {
    ChannelAddress address = ChannelAddress.of(application);
    try (VoiceClient witness = VoiceClient.connect(address.endpoint(WitnessEndpoint.PATH))) {
      witness.awaitType("Count");
      VoiceClient first = VoiceClient.connect(address.stream());
      JsonObject welcome = greet(first);
      start(first, "works");
      VoiceClient second = VoiceClient.connect(address.stream());
      String session = welcome.getString("sessionId");
      second.send(Messages.resume(session, welcome.getString("resumeToken"), 1));
      second.awaitType("resumed");
      assertEquals(4409, first.awaitClose().code());
      assertEquals("RESUMED", witness.awaitType("SessionEnded").getString("reason"));

      second.abort();
      JsonObject ended = witness.awaitType("SessionEnded");
      assertEquals(session, ended.getString("sessionId"));
      assertEquals("CONNECTION_LOST", ended.getString("reason"));
      awaitNothing(witness);
    }
  }

  private void assertForgotten(String reason, Steps steps) throws Exception {
    ChannelAddress address = ChannelAddress.of(application);
    try (VoiceClient witness = VoiceClient.connect(address.endpoint(WitnessEndpoint.PATH))) {
      witness.awaitType("Count");
      VoiceClient client = VoiceClient.connect(address.stream());
      steps.take(client);
      client.abort();
      JsonObject ended = witness.awaitType("SessionEnded");
      assertEquals(reason, ended.getString("reason"));
      witness.awaitType("ConnectionClosed");
      awaitNothing(witness);
      assertEquals(1, witness.received().stream().filter(m -> m.isOfType("SessionEnded")).count());
      String session = ((Received.Text) client.received().get(0)).json().getString("sessionId");
      assertEquals(session, ended.getString("sessionId"));
    }
  }

  /** An observer hears of an end when it is decided: the rest of it takes a moment. */
  private static void awaitNothing(VoiceClient witness) throws Exception {
    Duration end = witness.sinceOpen().plus(VoiceClient.PATIENCE);
    JsonObject count;
    do {
      witness.sendText("count");
      count = witness.awaitType("Count");
    } while (!NOTHING.equals(count) && witness.sinceOpen().compareTo(end) < 0);
    assertEquals(NOTHING, count);
  }

  /** Gives the welcome that answers it. */
  private static JsonObject greet(VoiceClient client) throws Exception {
    client.awaitType("welcome");
    client.sendText(Messages.HELLO);
    return client.awaitType("welcome");
  }

  private static boolean hasStartAndStop(Received message) {
    return message.isOfType("ack") && ((Received.Text) message).json().getInt("received") == 2;
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
