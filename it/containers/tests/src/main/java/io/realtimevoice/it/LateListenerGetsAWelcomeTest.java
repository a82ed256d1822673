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
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a state check before the send cannot cure. */
@ExtendWith(ArquillianExtension.class)
class LateListenerGetsAWelcomeTest {

  private static final int CLIENTS = 200;

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive sample() {
    return VoiceWar.sample("late-listener", Witness.class, WitnessEndpoint.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 700})
  void onTheSameSocketEveryTime(int millis) throws Exception {
    ChannelAddress address = ChannelAddress.of(application);
    List<VoiceClient> clients = new ArrayList<>();
    try (VoiceClient witness = VoiceClient.connect(address.endpoint(WitnessEndpoint.PATH))) {
      witness.awaitType("Count");
      for (int i = 0; i < CLIENTS; i++) {
        clients.add(
            VoiceClient.connect(address.stream(), Listening.after(Duration.ofMillis(millis))));
      }
      int welcomed = 0;
      for (VoiceClient client : clients) {
        JsonObject welcome = client.awaitType("welcome");
        assertTrue(welcome.getInt("attempt") >= 1);
        client.send(Messages.start("tones"));
        client.awaitType("ready");
        welcomed++;
      }
      assertEquals(CLIENTS, welcomed);
      for (int i = 0; i < CLIENTS; i++) {
        witness.awaitType("WelcomeDelivered");
      }
    } finally {
      clients.forEach(VoiceClient::close);
    }
  }
}
