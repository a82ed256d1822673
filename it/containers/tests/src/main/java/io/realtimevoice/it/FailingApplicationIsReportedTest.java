package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.application.ShortDeadlines;
import io.realtimevoice.it.application.Witness;
import io.realtimevoice.it.application.WitnessEndpoint;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.VoiceWar;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.HandshakeCheck;
import io.realtimevoice.spi.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the application's code does: an error and a close code, never silence. */
@ExtendWith(ArquillianExtension.class)
class FailingApplicationIsReportedTest {

  private static final int INTERNAL_ERROR = 1011;
  private static final byte[] AUDIO = new byte[640];

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive failing() {
    return VoiceWar.of(
        "failing",
        ScriptedHandler.class,
        ShortDeadlines.class,
        MoodyCheck.class,
        Witness.class,
        WitnessEndpoint.class);
  }

  @Test
  void inTheOpenOfAConnection() throws Exception {
    assertFailure(VoiceClient.connect(URI.create(channel() + "?mood=bad")), "INTERNAL");
  }

  @Test
  void byARefusalInTheOpenOfAConnection() throws Exception {
    try (VoiceClient client = VoiceClient.connect(URI.create(channel() + "?mood=no"))) {
      JsonObject error = client.awaitType("error");
      assertEquals("REFUSED", error.getString("code"));
      assertEquals(1008, client.awaitClose().code());
      assertTrue(client.received().stream().noneMatch(m -> m.isOfType("welcome")));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "open-throws, HANDLER_FAILED",
    "open-null, HANDLER_FAILED",
    "open-blocks, HANDLER_TIMEOUT",
  })
  void inTheStart(String script, String code) throws Exception {
    VoiceClient client = welcomed();
    client.send(Messages.start(script));
    assertFailure(client, code);
  }

  @ParameterizedTest
  @CsvSource({
    "audio-throws, HANDLER_FAILED",
    "audio-error, HANDLER_FAILED",
    "audio-blocks, HANDLER_TIMEOUT",
    "audio-fails-later, HANDLER_FAILED",
  })
  void inTheAudio(String script, String code) throws Exception {
    VoiceClient client = started(script);
    client.sendBinary(AUDIO);
    assertFailure(client, code);
  }

  @Test
  void inTheAudioOfAJsonMessage() throws Exception {
    VoiceClient client = started("audio-throws");
    client.send(Messages.audio(AUDIO));
    assertFailure(client, "HANDLER_FAILED");
  }

  @ParameterizedTest
  @CsvSource({
    "end-throws, HANDLER_FAILED",
    "end-null, HANDLER_FAILED",
    "end-fails, HANDLER_FAILED",
    "end-never, HANDLER_TIMEOUT",
  })
  void inTheStop(String script, String code) throws Exception {
    VoiceClient client = started(script);
    client.sendText(Messages.STOP);
    assertFailure(client, code);
  }

  @Test
  void notInTheCloseWhichTheClientNeedNotKnow() throws Exception {
    try (VoiceClient client = started("close-throws")) {
      client.sendText(Messages.STOP);
      client.awaitType("stopped");
      client.send(Messages.start("works"));
      client.awaitType("ready");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"audio-throws", "audio-blocks"})
  void toNobodyElse(String script) throws Exception {
    try (VoiceClient other = started("works");
        VoiceClient failing = started(script)) {
      other.sendBinary(AUDIO);
      failing.sendBinary(AUDIO);
      failing.awaitType("error");
      other.sendBinary(AUDIO);
      other.sendText(Messages.STOP);
      assertEquals("1280 bytes", other.awaitType("stopped").getString("text"));
    }
  }

  @Test
  void aRefusedStreamLeavesTheConnection() throws Exception {
    try (VoiceClient client = welcomed()) {
      client.send(Messages.start("open-refuses"));
      JsonObject error = client.awaitType("error");
      assertEquals("STREAM_REFUSED", error.getString("code"));
      assertFalse(error.getBoolean("fatal"));
      assertTrue(error.getString("message").contains("quota"));
      client.send(Messages.start("works"));
      client.awaitType("ready");
    }
  }

  private static void assertFailure(VoiceClient client, String code) throws Exception {
    try (client) {
      JsonObject error = client.awaitType("error");
      assertEquals(code, error.getString("code"));
      assertTrue(error.getBoolean("fatal"));
      assertFalse(error.getString("message").isEmpty());
      assertFalse(error.toString().contains("planned"), "the cause is the server's business");
      assertEquals(INTERNAL_ERROR, client.awaitClose().code());
    }
  }

  private VoiceClient started(String script) throws Exception {
    VoiceClient client = welcomed();
    client.send(Messages.start(script));
    client.awaitType("ready");
    return client;
  }

  private VoiceClient welcomed() throws Exception {
    VoiceClient client = VoiceClient.connect(channel());
    client.awaitType("welcome");
    return client;
  }

  private URI channel() {
    return ChannelAddress.of(application).stream();
  }

  /** Throws or refuses, by a query parameter. */
  @ApplicationScoped
  public static class MoodyCheck implements HandshakeCheck {
    @Override
    public Optional<Refusal> check(Handshake handshake) {
      return switch (handshake.parameter("mood").orElse("good")) {
        case "bad" -> throw new IllegalStateException("planned");
        case "no" -> Optional.of(Refusal.forbidden("planned"));
        default -> Optional.empty();
      };
    }
  }
}
