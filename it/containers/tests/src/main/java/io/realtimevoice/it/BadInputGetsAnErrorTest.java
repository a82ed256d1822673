package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.application.ShortDeadlines;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.Closed;
import io.realtimevoice.it.client.Received;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URL;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake of a client's has its own error, and the connection goes on where it can. */
@ExtendWith(ArquillianExtension.class)
class BadInputGetsAnErrorTest {

  private static final int BURST = 10_000;
  private static final int ANSWERED_MISTAKES = 20;
  private static final byte[] FRAME = new byte[640];

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive scripted() {
    return VoiceWar.of("bad-input", ScriptedHandler.class, ShortDeadlines.class);
  }

  static Stream<Arguments> mistakesBeforeTheStart() {
    return Stream.of(
        Arguments.of("{\"type\":", "MALFORMED"),
        Arguments.of("", "MALFORMED"),
        Arguments.of("[]", "MALFORMED"),
        Arguments.of("{\"no\":\"type\"}", "MALFORMED"),
        Arguments.of("{\"type\":7}", "BAD_FIELD"),
        Arguments.of("{\"type\":\"start\",\"needvad\":\"yes\"}", "BAD_FIELD"),
        Arguments.of("{\"type\":\"start\",\"userId\":{}}", "BAD_FIELD"),
        Arguments.of("{\"type\":\"start\",\"voiceFormat\":99}", "UNSUPPORTED_FORMAT"),
        Arguments.of("{\"type\":\"dance\"}", "UNKNOWN_TYPE"),
        Arguments.of("{\"type\":\"audio\",\"data\":\"AAAA\"}", "AUDIO_WITHOUT_START"),
        Arguments.of(Messages.STOP, "NOT_STARTED"));
  }

  @ParameterizedTest
  @MethodSource("mistakesBeforeTheStart")
  void andTheConnectionGoesOn(String mistake, String code) throws Exception {
    try (VoiceClient client = welcomed()) {
      client.sendText(mistake);
      assertError(client, code, false);
      client.send(Messages.start("works"));
      client.awaitType("ready");
    }
  }

  @Test
  void binaryBeforeTheStartIsToldOnce() throws Exception {
    try (VoiceClient client = welcomed()) {
      for (int i = 0; i < 5; i++) {
        client.sendBinary(FRAME);
      }
      client.send(Messages.start("works"));
      client.awaitType("ready");
      assertEquals(1, client.received().stream().filter(m -> m.isOfType("error")).count());
      assertError(client, "AUDIO_WITHOUT_START", false);
    }
  }

  @Test
  void halfASampleIsLeftOut() throws Exception {
    try (VoiceClient client = started("works")) {
      client.sendBinary(new byte[641]);
      assertError(client, "BAD_AUDIO", false);
      assertStopsWith(client, "0 bytes");
    }
  }

  @Test
  void brokenBase64IsLeftOut() throws Exception {
    try (VoiceClient client = started("works")) {
      client.sendText("{\"type\":\"audio\",\"data\":\"%%%\"}");
      assertError(client, "BAD_AUDIO", false);
      assertStopsWith(client, "0 bytes");
    }
  }

  @Test
  void anotherStartIsRefusedAndTheSameOneIsNot() throws Exception {
    try (VoiceClient client = started("works")) {
      client.sendBinary(FRAME);
      client.send(Messages.start("works"));
      client.awaitType("ready");
      client.send(Messages.start("other"));
      assertError(client, "ALREADY_STARTED", false);
      assertStopsWith(client, "640 bytes");
    }
  }

  @Test
  void audioForAStreamThatWantsNoneIsRefused() throws Exception {
    try (VoiceClient client = started("takes-nothing")) {
      client.sendBinary(FRAME);
      assertError(client, "AUDIO_NOT_WANTED", false);
      assertStopsWith(client, "0 bytes");
    }
  }

  @Test
  void aTextThatIsTooLongClosesWith1009() throws Exception {
    try (VoiceClient client = welcomed()) {
      client.sendText("x".repeat(20_001));
      assertError(client, "TOO_BIG", true);
      assertEquals(1009, client.awaitClose().code());
    }
  }

  @Test
  void aBinaryThatIsTooLongClosesWith1009() throws Exception {
    try (VoiceClient client = started("works")) {
      client.sendBinary(new byte[10_001]);
      assertError(client, "TOO_BIG", true);
      assertEquals(1009, client.awaitClose().code());
    }
  }

  /** What the server never reads makes it reset the connection, which may overtake the close. */
  @Test
  void aMessageFarBeyondAllLimitsClosesToo() throws Exception {
    try (VoiceClient client = welcomed()) {
      sendAsFarAsItGoes(client, new byte[1_000_000]);
      int code = client.awaitClose().code();
      assertTrue(
          Set.of(Closed.WITHOUT_CLOSE_FRAME, 1009).contains(code), () -> "closed with " + code);
    }
  }

  @Test
  void textsComeInTheClientsLanguage() throws Exception {
    try (VoiceClient chinese =
            VoiceClient.connect(
                ChannelAddress.of(application).stream(), "Accept-Language", "zh-CN,zh;q=0.9");
        VoiceClient english =
            VoiceClient.connect(
                ChannelAddress.of(application).stream(), "Accept-Language", "en-GB,en;q=0.9")) {
      chinese.sendText(Messages.STOP);
      english.sendText(Messages.STOP);
      assertTrue(chinese.awaitType("error").getString("message").contains("没有"));
      assertTrue(english.awaitType("error").getString("message").contains("nothing to stop"));
    }
  }

  @Test
  void aBurstOfNonsenseEndsWith4400() throws Exception {
    try (VoiceClient client = welcomed()) {
      for (int i = 0; i <= ANSWERED_MISTAKES; i++) {
        client.sendText("nonsense");
      }
      assertEquals(4400, client.awaitClose().code());
      assertEquals(
          ANSWERED_MISTAKES,
          client.received().stream().filter(m -> isError(m, "MALFORMED")).count());
      assertEquals(
          1, client.received().stream().filter(m -> isError(m, "TOO_MANY_ERRORS")).count());
    }
  }

  /** What the server never reads makes it reset the connection, which may overtake the close. */
  @Test
  void nobodyElseNoticesAFloodOfNonsense() throws Exception {
    try (VoiceClient client = welcomed();
        VoiceClient other = started("works")) {
      sendUntilClosed(client, "nonsense");
      int code = client.awaitClose().code();
      assertTrue(Set.of(Closed.WITHOUT_CLOSE_FRAME, 4400).contains(code), () -> "with " + code);
      assertStopsWith(other, "0 bytes");
    }
  }

  @Test
  void aBurstOfAudioIsAllTaken() throws Exception {
    try (VoiceClient client = started("works")) {
      for (int i = 0; i < BURST; i++) {
        client.sendBinary(FRAME);
      }
      assertStopsWith(client, BURST * FRAME.length + " bytes");
    }
  }

  /** The server may close before it has read all of it. */
  private static void sendAsFarAsItGoes(VoiceClient client, byte[] message) throws Exception {
    try {
      client.sendBinary(message);
    } catch (IOException e) {
      return;
    }
  }

  private static void sendUntilClosed(VoiceClient client, String text) throws Exception {
    for (int i = 0; i < BURST && client.isOpen(); i++) {
      try {
        client.sendText(text);
      } catch (IOException e) {
        return;
      }
    }
  }

  private static boolean isError(Received message, String code) {
    return message.isOfType("error")
        && ((Received.Text) message).json().getString("code").equals(code);
  }

  private static void assertError(VoiceClient client, String code, boolean fatal) throws Exception {
    JsonObject error = client.awaitType("error");
    assertEquals(code, error.getString("code"));
    assertEquals(fatal, error.getBoolean("fatal"));
    assertFalse(error.getString("message").isEmpty());
  }

  private static void assertStopsWith(VoiceClient client, String text) throws Exception {
    client.sendText(Messages.STOP);
    assertEquals(text, client.awaitType("stopped").getString("text"));
  }

  private VoiceClient started(String script) throws Exception {
    VoiceClient client = welcomed();
    client.send(Messages.start(script));
    client.awaitType("ready");
    return client;
  }

  private VoiceClient welcomed() throws Exception {
    VoiceClient client = VoiceClient.connect(ChannelAddress.of(application).stream());
    client.awaitType("welcome");
    return client;
  }
}
