package io.realtimevoice.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.AudioFormat.Encoding;
import io.realtimevoice.Transcript;
import io.realtimevoice.Transcript.Word;
import io.realtimevoice.sample.tones.WavFile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DictationSendsPartialAndFinalResultsTest {

  private static final long TOLERANCE_MILLIS = 20;

  private final byte[] audio = WavFile.pcm(Dictated.SYNTH.keys("12#"));

  @Test
  void aPartialOneWhenAKeyBeginsAndWhenItHasEnded() {
    Dictated dictated = new Dictated(Encoding.PCM).hear(audio);

    assertEquals(List.of("1", "1", "12", "12", "12#", "12#"), dictated.session.partials());
    assertEquals(List.of(), dictated.session.finals());
  }

  @Test
  void aPartialOneWhileTheKeyStillSounds() {
    int fiftyMillisIntoTheFirstTone = 130 * 16 * Short.BYTES;
    Dictated dictated = new Dictated(Encoding.PCM);
    dictated.hear(Arrays.copyOf(audio, fiftyMillisIntoTheFirstTone));

    assertEquals(List.of("1"), dictated.session.partials());
  }

  @Test
  void aFinalOneAtTheEnd() {
    Dictated dictated = new Dictated(Encoding.PCM).hear(audio);
    dictated.stop();

    assertEquals(List.of("12#"), dictated.session.finals());
    Transcript last = dictated.session.results.get(dictated.session.results.size() - 1);
    assertEquals("12#", last.text());
  }

  @Test
  void withTheTimesOfTheKeys() {
    Dictated dictated = new Dictated(Encoding.PCM).hear(audio);
    dictated.stop();
    List<Word> words = dictated.session.results.get(dictated.session.results.size() - 1).words();

    assertEquals(List.of("1", "2", "#"), words.stream().map(Word::text).toList());
    for (int i = 0; i < words.size(); i++) {
      long start = 80 + i * 160L;
      assertEquals((double) start, (double) words.get(i).startMillis(), TOLERANCE_MILLIS);
      assertEquals((double) start + 80, (double) words.get(i).endMillis(), TOLERANCE_MILLIS);
    }
  }

  @Test
  void noneForSilence() {
    Dictated dictated = new Dictated(Encoding.PCM).hear(WavFile.pcm(Dictated.SYNTH.silence(5_000)));
    dictated.stop();

    assertEquals(List.of(), dictated.session.results);
  }

  @Test
  void aFinalOneForAKeyThatIsCutOffByTheEnd() {
    int sixtyMillisIntoTheLastTone = (80 + 320 + 60) * 16 * Short.BYTES;
    Dictated dictated = new Dictated(Encoding.PCM);
    dictated.hear(Arrays.copyOf(audio, sixtyMillisIntoTheLastTone)).stop();

    assertEquals(List.of("12#"), dictated.session.finals());
  }
}
