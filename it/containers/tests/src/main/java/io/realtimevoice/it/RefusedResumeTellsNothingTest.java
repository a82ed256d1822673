package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.application.Witness;
import io.realtimevoice.it.application.WitnessEndpoint;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.ServerLog;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.json.JsonObject;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A refused resume is answered with 4410 whatever the reason; the log has the reason. */
@ExtendWith(ArquillianExtension.class)
class RefusedResumeTellsNothingTest {

  private static final String NAME = "refused-resume";
  private static final String NO_TOKEN = "an-invented-token-of-some-length-0123456789";

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive scripted() {
    return VoiceWar.of(NAME, ScriptedHandler.class, Witness.class, WitnessEndpoint.class);
  }

  @Test
  void butToTheLog() throws Exception {
    ChannelAddress address = ChannelAddress.of(application);
    ServerLog log = ServerLog.of(NAME);
    try (VoiceClient witness = VoiceClient.connect(address.endpoint(WitnessEndpoint.PATH))) {
      witness.awaitType("Count");
      JsonObject mine;
      try (VoiceClient client = greeted(address)) {
        mine = client.awaitType("welcome");
        client.send(Messages.start("works"));
        client.awaitType("ready");
        witness.awaitType("SessionStarted");
      }
      witness.awaitType("ConnectionClosed");
      String session = mine.getString("sessionId");

      JsonObject wrongToken =
          refused(address, witness, log, session, NO_TOKEN, "a wrong token, or one that was used");
      JsonObject noSession =
          refused(address, witness, log, "no-such-session", NO_TOKEN, "no such session");
      assertEquals(wrongToken, noSession);
      assertTrue(log.lines().stream().noneMatch(line -> line.contains(NO_TOKEN)));

      try (VoiceClient client = VoiceClient.connect(address.stream())) {
        client.awaitType("welcome");
        client.send(Messages.resume(session, mine.getString("resumeToken"), 1));
        assertEquals(session, client.awaitType("resumed").getString("sessionId"));
      }
    }
  }

  /** Gives what the client is told. */
  private static JsonObject refused(
      ChannelAddress address,
      VoiceClient witness,
      ServerLog log,
      String session,
      String token,
      String why)
      throws Exception {
    try (VoiceClient client = VoiceClient.connect(address.stream())) {
      client.awaitType("welcome");
      String connection = witness.awaitType("SessionStarted").getString("connectionId");
      client.send(Messages.resume(session, token, 0));
      JsonObject error = client.awaitType("error");
      assertEquals("RESUME_LOST", error.getString("code"));
      assertTrue(error.getBoolean("fatal"));
      assertFalse(error.toString().contains(session));
      assertEquals(4410, client.awaitClose().code());
      log.await("RV0307 ", "[" + connection + "]", why);
      return error;
    }
  }

  private static VoiceClient greeted(ChannelAddress address) throws Exception {
    VoiceClient client = VoiceClient.connect(address.stream());
    client.sendText(Messages.HELLO);
    return client;
  }
}
