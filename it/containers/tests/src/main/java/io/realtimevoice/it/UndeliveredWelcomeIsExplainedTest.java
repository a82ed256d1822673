package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** "Sent" is not "received", and "received" is not "acknowledged". */
@ExtendWith(ArquillianExtension.class)
class UndeliveredWelcomeIsExplainedTest {

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive impatient() {
    return VoiceWar.of(
        "undelivered",
        ScriptedHandler.class,
        ShortDeadlines.class,
        Witness.class,
        WitnessEndpoint.class);
  }

  @Test
  void aClientThatNeverReadsIsThePathsFault() throws Exception {
    JsonObject failure = failureOf(Listening.never());
    assertEquals("SENT", failure.getString("reached"));
    assertEquals("PATH", failure.getString("cause"));
  }

  @Test
  void aClientThatReadsAndNeverAnswersIsItsCodesFault() throws Exception {
    JsonObject failure = failureOf(Listening.always());
    assertEquals("RECEIVED", failure.getString("reached"));
    assertEquals("CLIENT", failure.getString("cause"));
    assertEquals(5, failure.getInt("attempts"), "at 0, 0.5, 1, 2 and 4 s");
  }

  @Test
  void aPassiveClientStaysConnectedAndMaySpeakLater() throws Exception {
    ChannelAddress address = ChannelAddress.of(application);
    try (VoiceClient witness = VoiceClient.connect(address.endpoint(WitnessEndpoint.PATH));
        VoiceClient client = VoiceClient.connect(address.stream())) {
      witness.awaitType("WelcomeFailed");
      client.send(Messages.start("works"));
      client.awaitType("ready");
    }
  }

  private JsonObject failureOf(Listening listening) throws Exception {
    ChannelAddress address = ChannelAddress.of(application);
    try (VoiceClient witness = VoiceClient.connect(address.endpoint(WitnessEndpoint.PATH))) {
      witness.awaitType("Count");
      try (VoiceClient client = VoiceClient.connect(address.stream(), listening)) {
        String connection = witness.awaitType("SessionStarted").getString("connectionId");
        JsonObject failure = witness.awaitType("WelcomeFailed");
        assertEquals(connection, failure.getString("connectionId"));
        assertTrue(client.received().stream().allMatch(m -> m.isOfType("welcome")));
        return failure;
      }
    }
  }
}
