package io.realtimevoice.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.AudioFormat.Encoding;
import io.realtimevoice.Transcript;
import io.realtimevoice.sample.tones.WavFile;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DictationSplitsAtPausesTest {

  @Test
  void ofASecond() {
    Dictated dictated = new Dictated(Encoding.PCM).hear(phrases(1_000, "12", "34"));
    dictated.stop();

    assertEquals(List.of("12", "34"), dictated.session.finals());
  }

  @Test
  void butNotOfLess() {
    Dictated dictated = new Dictated(Encoding.PCM).hear(phrases(700, "12", "34"));
    dictated.stop();

    assertEquals(List.of("1234"), dictated.session.finals());
  }

  @Test
  void ofTheLengthThatTheClientAsksFor() {
    byte[] audio = phrases(200, "12", "34");
    Dictated sooner = new Dictated(Encoding.PCM, 300).hear(audio);
    Dictated later = new Dictated(Encoding.PCM, 500).hear(audio);
    sooner.stop();
    later.stop();

    assertEquals(List.of("12", "34"), sooner.session.finals());
    assertEquals(List.of("1234"), later.session.finals());
  }

  @Test
  void whileThePauseLasts() {
    byte[] audio = phrases(1_200, "12", "");
    Dictated dictated = new Dictated(Encoding.PCM).hear(audio);

    assertEquals(List.of("12"), dictated.session.finals());
  }

  @Test
  void andAfterSixtyFourKeys() {
    String keys = "0123456789".repeat(10);
    Dictated dictated = new Dictated(Encoding.PCM);
    dictated.hear(WavFile.pcm(Dictated.SYNTH.keys(keys)));
    assertEquals(List.of(keys.substring(0, 64)), dictated.session.finals());
    dictated.stop();

    assertEquals(List.of(keys.substring(0, 64), keys.substring(64)), dictated.session.finals());
  }

  /** Pauses right around the one that splits, where a difference would show. */
  @ParameterizedTest
  @ValueSource(ints = {300, 320, 330, 340, 350, 360, 380, 400, 420, 450})
  void atTheSamePlacesHoweverTheAudioIsCut(int extraPause) {
    byte[] audio = phrases(extraPause, "12", "34", "5", "6");
    List<Transcript> atOnce = results(audio, Integer.MAX_VALUE, 0);

    assertEquals(atOnce, results(audio, 640, 0));
    assertEquals(atOnce, results(audio, 1, 0));
    assertEquals(atOnce, results(audio, 3, 0));
    for (int seed = 1; seed <= 5; seed++) {
      assertEquals(atOnce, results(audio, 10_000, seed), "seed " + seed);
    }
  }

  private static List<Transcript> results(byte[] audio, int size, int seed) {
    Random random = new Random(seed);
    Dictated dictated = new Dictated(Encoding.PCM, 500);
    dictated.hear(audio, () -> seed == 0 ? size : random.nextInt(size)).stop();
    return dictated.session.results;
  }

  /** Each phrase ends, and begins, with a pause of its own of 80 ms. */
  private static byte[] phrases(int extraPauseMillis, String... phrases) {
    ByteArrayOutputStream audio = new ByteArrayOutputStream();
    for (String phrase : phrases) {
      audio.writeBytes(WavFile.pcm(Dictated.SYNTH.keys(phrase)));
      audio.writeBytes(WavFile.pcm(Dictated.SYNTH.silence(extraPauseMillis)));
    }
    return audio.toByteArray();
  }
}
