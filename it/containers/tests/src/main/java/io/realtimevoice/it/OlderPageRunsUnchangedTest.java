package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.Received;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.VoiceWar;
import io.realtimevoice.sample.tones.ToneSynth;
import io.realtimevoice.sample.tones.WavFile;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue.ValueType;
import java.net.URL;
import java.util.Arrays;
import java.util.Set;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A mini-program page that knows nothing of hello, acks and heartbeats. */
@ExtendWith(ArquillianExtension.class)
class OlderPageRunsUnchangedTest {

  private static final String START =
      """
      {"type":"start","userId":"u-1","token":"secret","engineType":"16k_zh","voiceFormat":1,
       "needvad":1,"filterDirty":1,"filterModal":1,"filterPunc":0,"convertNumMode":1,"wordInfo":2,
       "vadSilenceTime":1000,"somethingOfTheirs":{"a":[1,null]}}
      """;
  private static final Set<String> TYPES_OF_OLD = Set.of("welcome", "ready", "result", "stopped");
  private static final int FRAME = 1_280;
  private static final int TOLERANCE_MILLIS = 20;

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive sample() {
    return VoiceWar.sample("older-page");
  }

  @Test
  void fromTheWelcomeToStopped() throws Exception {
    byte[] pcm = WavFile.pcm(ToneSynth.at(16_000).keys("42"));
    try (VoiceClient page = VoiceClient.connect(ChannelAddress.of(application).stream())) {
      JsonObject welcome = page.awaitType("welcome");
      assertTrue(page.received().get(0).isOfType("welcome"), "the welcome comes first");
      assertEquals(ValueType.STRING, welcome.get("message").getValueType());
      assertTrue(welcome.getJsonNumber("timestamp").longValue() > 1_600_000_000_000L);

      page.sendText(START);
      assertFalse(page.awaitType("ready").getString("message").isEmpty());
      for (int at = 0; at < pcm.length; at += FRAME) {
        page.sendBinary(Arrays.copyOfRange(pcm, at, Math.min(pcm.length, at + FRAME)));
      }
      page.sendText(Messages.STOP);

      Received.Text last =
          (Received.Text) page.await(m -> m.isOfType("result") && json(m).getBoolean("isFinal"));
      JsonObject result = last.json();
      assertFalse(result.getString("voiceId").isEmpty());
      assertEquals("42", result.getString("text"));
      JsonObject second = result.getJsonArray("wordList").getJsonObject(1);
      assertEquals("2", second.getString("word"));
      assertEquals(240, second.getInt("start_time"), TOLERANCE_MILLIS);
      assertEquals(320, second.getInt("end_time"), TOLERANCE_MILLIS);

      JsonObject stopped = page.awaitType("stopped");
      assertEquals("42", stopped.getString("text"));
      assertEquals(pcm.length, stopped.getInt("audioSize"));
      assertEquals(400, stopped.getInt("duration"));
      assertInstanceOfText(stopped, "message");
      assertInstanceOfText(stopped, "logId");

      page.close(1000, "");
      assertEquals(1000, page.awaitClose().code());
      for (Received message : page.received()) {
        assertTrue(TYPES_OF_OLD.contains(json(message).getString("type")), message.toString());
      }
    }
  }

  private static void assertInstanceOfText(JsonObject message, String field) {
    assertTrue(message.get(field) instanceof JsonString text && !text.getString().isEmpty(), field);
  }

  private static JsonObject json(Received message) {
    return ((Received.Text) message).json();
  }
}
