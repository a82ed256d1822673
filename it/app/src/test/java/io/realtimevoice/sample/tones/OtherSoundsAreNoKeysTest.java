package io.realtimevoice.sample.tones;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherSoundsAreNoKeysTest {

  private static final List<Integer> SAMPLE_RATES = List.of(8_000, 16_000);

  @Test
  void silence() {
    assertSilent(ToneSynth.at(16_000).silence(60_000), 16_000);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void whiteNoise(int seed) {
    for (int sampleRate : SAMPLE_RATES) {
      ToneSynth synth = ToneSynth.at(sampleRate);
      assertSilent(synth.withNoise(synth.silence(60_000), 0, new Random(seed)), sampleRate);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void pinkNoise(int seed) {
    for (int sampleRate : SAMPLE_RATES) {
      assertSilent(Sounds.pinkNoise(60, sampleRate, new Random(seed)), sampleRate);
    }
  }

  /** Twenty minutes of twenty speakers. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void speech(int seed) {
    for (int sampleRate : SAMPLE_RATES) {
      ToneSynth synth = ToneSynth.at(sampleRate);
      assertSilent(synth.speechLike(60_000, new Random(seed)), sampleRate);
    }
  }

  @Test
  void majorAndMinorChordsOfEveryKeyInFourOctaves() {
    for (int semitone = 0; semitone < 48; semitone++) {
      for (int third : List.of(3, 4)) {
        double root = note(semitone);
        double middle = note(semitone + third);
        double fifth = note(semitone + 7);
        short[] chord =
            Sounds.of(
                1,
                16_000,
                time ->
                    (Sounds.sine(root, time) + Sounds.sine(middle, time) + Sounds.sine(fifth, time))
                        / 3);
        assertSilent(chord, 16_000);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"300, 3400, 10", "300, 3400, 1", "600, 1700, 30"})
  void aSweepingTone(double from, double to, double seconds) {
    double rise = (to - from) / seconds;
    short[] sweep =
        Sounds.of(seconds, 16_000, time -> 0.7 * Sounds.sine(from + rise * time / 2, time));

    assertSilent(sweep, 16_000);
  }

  @ParameterizedTest
  @ValueSource(doubles = {697, 770, 852, 941, 1_209, 1_336, 1_477, 1_633})
  void oneToneOnly(double hertz) {
    assertSilent(Sounds.of(2, 16_000, time -> 0.7 * Sounds.sine(hertz, time)), 16_000);
  }

  @Test
  void twoTonesOfTheSameGroup() {
    assertSilent(
        Sounds.of(2, 16_000, time -> 0.4 * (Sounds.sine(697, time) + Sounds.sine(941, time))),
        16_000);
  }

  @Test
  void aKeyWithAThirdToneAsLoud() {
    assertSilent(
        Sounds.of(
            2,
            16_000,
            time ->
                0.3
                    * (Sounds.sine(770, time)
                        + Sounds.sine(1_336, time)
                        + Sounds.sine(2_200, time))),
        16_000);
  }

  /** Dial tone, busy tone and ringback of North America, and the dial tone of China and Europe. */
  @ParameterizedTest
  @CsvSource({"350, 440", "480, 620", "440, 480", "450, 450", "425, 425"})
  void callProgressTones(double first, double second) {
    assertSilent(
        Sounds.of(5, 8_000, time -> 0.4 * (Sounds.sine(first, time) + Sounds.sine(second, time))),
        8_000);
  }

  private static double note(int semitonesAboveA3) {
    return 220 * Math.pow(2, semitonesAboveA3 / 12.0);
  }

  private static void assertSilent(short[] samples, int sampleRate) {
    assertEquals("", Heard.in(samples, sampleRate).text(), () -> "at " + sampleRate + " Hz");
  }
}
