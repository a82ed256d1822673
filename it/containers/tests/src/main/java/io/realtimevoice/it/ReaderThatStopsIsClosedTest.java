package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.application.Witness;
import io.realtimevoice.it.application.WitnessEndpoint;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.Closed;
import io.realtimevoice.it.client.SocketClient;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.VoiceWar;
import java.net.URL;
import java.time.Duration;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A client that takes nothing while it is played to, and to which nothing else is sent: no
 * heartbeat either, so that the deadline of the frame that is stuck is all that can end it.
 */
@ExtendWith(ArquillianExtension.class)
class ReaderThatStopsIsClosedTest {

  private static final String NEVER = "PT10M";
  private static final int TOO_SLOW = 4481;

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive playing() {
    return VoiceWar.withSettings(
        VoiceWar.of("stops-reading", ScriptedHandler.class, Witness.class, WitnessEndpoint.class),
        "send-timeout",
        "PT2S",
        "heartbeat",
        NEVER,
        "heartbeat-answer",
        NEVER,
        "start-timeout",
        NEVER,
        "outbox-audio-bytes",
        "67108864");
  }

  @Test
  void withinTheSendTimeout() throws Exception {
    ChannelAddress address = ChannelAddress.of(application);
    try (VoiceClient witness = VoiceClient.connect(address.endpoint(WitnessEndpoint.PATH))) {
      witness.awaitType("Count");
      try (SocketClient client = SocketClient.connect(address.stream())) {
        client.readText("welcome");
        client.sendText(Messages.start("audio-plays-much").toString());
        client.readText("ready");
        Duration before = witness.sinceOpen();
        client.sendBinary(new byte[640]);

        int code = witness.awaitType("ConnectionClosed").getInt("closeCode");
        Duration took = witness.sinceOpen().minus(before);
        assertEquals(TOO_SLOW, code);
        // Nothing but the send-timeout ends it in the ten minutes after which others would.
        System.out.printf("Closed %d ms after it stopped to read%n", took.toMillis());
        assertTrue(took.toSeconds() >= 2, () -> "closed too early, after " + took);

        int seen = client.readToTheEnd();
        assertTrue(
            Set.of(TOO_SLOW, Closed.WITHOUT_CLOSE_FRAME).contains(seen), () -> "seen: " + seen);
      }
    }
  }
}
