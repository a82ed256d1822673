package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.Witness;
import io.realtimevoice.it.application.WitnessEndpoint;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.Listening;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.json.JsonObject;
import java.net.URL;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a state check before the send cannot cure: it is welcomed again, on the same socket. */
@ExtendWith(ArquillianExtension.class)
class LateListenerGetsAWelcomeTest {

  private static final int CLIENTS = 200;

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive sample() {
    return VoiceWar.sample("late-listener", Witness.class, WitnessEndpoint.class);
  }

  /** The first one wakes up what a server does at its first connection only. */
  @BeforeEach
  void wakeUp() throws Exception {
    try (VoiceClient first = VoiceClient.connect(ChannelAddress.of(application).stream())) {
      first.awaitType("welcome");
    }
  }

  @Test
  void after30Milliseconds() throws Exception {
    int repeated = welcomedAgain(Duration.ofMillis(30));
    assertTrue(repeated > CLIENTS / 2, () -> "only " + repeated + " have missed a welcome at all");
  }

  @Test
  void after700Milliseconds() throws Exception {
    assertEquals(CLIENTS, welcomedAgain(Duration.ofMillis(700)));
  }

  /** Gives how many of them were saved by another attempt: they have missed the first one. */
  private int welcomedAgain(Duration late) throws Exception {
    ChannelAddress address = ChannelAddress.of(application);
    List<VoiceClient> clients = new ArrayList<>();
    try (VoiceClient witness = VoiceClient.connect(address.endpoint(WitnessEndpoint.PATH))) {
      witness.awaitType("Count");
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(VoiceClient.connect(address.stream(), Listening.after(late)));
      }
      int repeated = 0;
      Set<String> sessions = new HashSet<>();
      for (VoiceClient client : clients) {
        JsonObject welcome = client.awaitType("welcome");
        // Nothing but welcomes was sent so far, each counted, all of the same session.
        assertEquals(client.missed() + 1, welcome.getInt("attempt"));
        sessions.add(welcome.getString("sessionId"));
        repeated += client.missed() > 0 ? 1 : 0;
        client.send(Messages.start("tones"));
        client.awaitType("ready");
      }
      assertEquals(CLIENTS, sessions.size());
      for (int i = 0; i < CLIENTS; i++) {
        witness.awaitType("WelcomeDelivered");
      }
      System.out.printf(
          "%d ms late: %d of %d welcomed again%n", late.toMillis(), repeated, CLIENTS);
      return repeated;
    } finally {
      clients.forEach(VoiceClient::close);
    }
  }
}
