package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.deployment.VoiceWar;
import io.realtimevoice.sample.tones.ToneSynth;
import io.realtimevoice.sample.tones.WavFile;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.Random;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main job, on the sample application as it ships: a lost or reordered frame would show. */
@ExtendWith(ArquillianExtension.class)
class TonesBecomeTextTest {

  private static final String ALL_KEYS = "0123456789*#ABCD";
  private static final int SAMPLE_RATE = 16_000;
  private static final int SEED = 20_261_123;
  private static final int STRINGS = 100;
  private static final int LENGTH = 8;
  private static final double NOISE_DECIBELS = 20;
  private static final int MINUTE = 60_000;

  private static final ToneSynth SYNTH = ToneSynth.at(SAMPLE_RATE);

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive sample() {
    return VoiceWar.sample("tones");
  }

  @Test
  void binaryMessagesGiveExactlyTheKeys() throws Exception {
    byte[] pcm = WavFile.pcm(SYNTH.keys(ALL_KEYS));
    JsonObject stopped = Dictation.binary(channel(), pcm);
    assertEquals(ALL_KEYS, stopped.getString("text"));
    assertEquals(pcm.length, stopped.getInt("audioSize"));
    assertEquals(pcm.length * 1000L / (2 * SAMPLE_RATE), stopped.getInt("duration"));
  }

  @Test
  void base64MessagesGiveExactlyTheKeys() throws Exception {
    byte[] pcm = WavFile.pcm(SYNTH.keys(ALL_KEYS));
    JsonObject stopped = Dictation.json(channel(), pcm);
    assertEquals(ALL_KEYS, stopped.getString("text"));
    assertEquals(pcm.length, stopped.getInt("audioSize"));
  }

  @Test
  void hundredRandomStringsInNoiseAreAllRight() throws Exception {
    Random random = new Random(SEED);
    for (int i = 0; i < STRINGS; i++) {
      String keys = randomKeys(random);
      short[] noisy = SYNTH.withNoise(SYNTH.keys(keys), NOISE_DECIBELS, random);
      JsonObject stopped = Dictation.binary(channel(), WavFile.pcm(noisy));
      assertEquals(keys, stopped.getString("text"), "string " + i + " of seed " + SEED);
    }
  }

  @Test
  void silenceAndSpeechLikeNoiseGiveNothing() throws Exception {
    byte[] silence = WavFile.pcm(SYNTH.silence(MINUTE));
    byte[] speech = WavFile.pcm(SYNTH.speechLike(MINUTE, new Random(SEED)));
    assertEquals("", Dictation.binary(channel(), silence).getString("text"));
    assertEquals("", Dictation.binary(channel(), speech).getString("text"), "seed " + SEED);
  }

  private URI channel() {
    return ChannelAddress.of(application).stream();
  }

  private static String randomKeys(Random random) {
    StringBuilder keys = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      keys.append(ALL_KEYS.charAt(random.nextInt(ALL_KEYS.length())));
    }
    return keys.toString();
  }
}
