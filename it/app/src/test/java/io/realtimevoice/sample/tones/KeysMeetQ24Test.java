package io.realtimevoice.sample.tones;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The limits of ITU-T Q.24, annex A, each for all keys, clean and in noise of 20 dB SNR. */
class KeysMeetQ24Test {

  private static final String NONE = "";

  @Nested
  class Duration {

    @ParameterizedTest
    @CsvSource({"8000, 40", "11025, 40", "16000, 40", "44100, 40", "16000, 45", "16000, 1000"})
    void isLongEnough(int sampleRate, int millis) {
      assertAccepted(new ToneSynth(sampleRate, millis, 60, 0.25, 0, 0));
    }

    @ParameterizedTest
    @CsvSource({"8000, 23", "11025, 23", "16000, 23", "44100, 23", "16000, 20", "16000, 5"})
    void isTooShort(int sampleRate, int millis) {
      assertRefused(new ToneSynth(sampleRate, millis, 60, 0.25, 0, 0));
    }
  }

  @Nested
  class Deviation {

    @ParameterizedTest
    @CsvSource({
      "8000, 0.015",
      "8000, -0.015",
      "16000, 0.015",
      "16000, -0.015",
      "48000, 0.018",
      "48000, -0.018"
    })
    void isInTune(int sampleRate, double deviation) {
      assertAccepted(new ToneSynth(sampleRate, 40, 60, 0.25, 0, deviation));
    }

    @ParameterizedTest
    @CsvSource({
      "8000, 0.035",
      "8000, -0.035",
      "16000, 0.035",
      "16000, -0.035",
      "48000, 0.05",
      "48000, -0.05"
    })
    void isOutOfTune(int sampleRate, double deviation) {
      assertRefused(new ToneSynth(sampleRate, 80, 60, 0.25, 0, deviation));
    }
  }

  @Nested
  class Twist {

    @ParameterizedTest
    @CsvSource({"-8, 0", "-8, 0.015", "-8, -0.015", "4, 0", "4, 0.015", "4, -0.015"})
    void isSmallEnough(double decibels, double deviation) {
      for (int sampleRate : new int[] {8_000, 16_000}) {
        assertAccepted(new ToneSynth(sampleRate, 40, 60, 0.25, decibels, deviation));
      }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-13, -20, 9, 15})
    void isTooLarge(double decibels) {
      for (int sampleRate : new int[] {8_000, 16_000}) {
        assertRefused(new ToneSynth(sampleRate, 80, 60, 0.1, decibels, 0));
      }
    }
  }

  @Nested
  class Level {

    @ParameterizedTest
    @ValueSource(doubles = {-3, -10, -20, -30, -40})
    void isLoudEnough(double decibels) {
      for (int sampleRate : new int[] {8_000, 16_000}) {
        assertAccepted(new ToneSynth(sampleRate, 40, 60, eachOfTwo(decibels), 0, 0.015));
      }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-55, -70})
    void isTooQuiet(double decibels) {
      for (int sampleRate : new int[] {8_000, 16_000}) {
        assertRefused(new ToneSynth(sampleRate, 80, 60, eachOfTwo(decibels), 0, 0));
      }
    }

    /** The amplitude of each of two tones whose sum peaks at a level against full scale. */
    private static double eachOfTwo(double decibels) {
      return Math.pow(10, decibels / 20) / 2;
    }
  }

  @Nested
  class Pause {

    @ParameterizedTest
    @CsvSource({"8000, 40", "11025, 40", "16000, 40", "44100, 40", "16000, 25"})
    void separatesEqualKeys(int sampleRate, int millis) {
      assertHeard(2, new ToneSynth(sampleRate, 60, millis, 0.25, 0, 0));
    }
  }

  @Nested
  class Interruption {

    @ParameterizedTest
    @CsvSource({"8000, 10", "11025, 10", "16000, 10", "44100, 10", "16000, 5", "16000, 1"})
    void isBridged(int sampleRate, int millis) {
      for (char key : Sounds.ALL_KEYS.toCharArray()) {
        ToneSynth synth = new ToneSynth(sampleRate, 110, 60, 0.25, 0, 0);
        short[] samples = synth.keys("" + key);
        for (int i = 0; i < millis * sampleRate / 1_000; i++) {
          samples[110 * sampleRate / 1_000 + i] = 0;
        }
        assertEquals("" + key, Heard.in(samples, sampleRate).text());
        short[] noisy = synth.withNoise(samples, 20, new Random(key));
        assertEquals("" + key, Heard.in(noisy, sampleRate).text());
      }
    }

    /** As with a switch that bounces: the tone begins anew, in another phase. */
    @ParameterizedTest
    @CsvSource({"8000, 10", "16000, 10", "16000, 5", "16000, 1", "44100, 3"})
    void isBridgedIfThePhaseJumps(int sampleRate, int millis) {
      assertHeard(1, new ToneSynth(sampleRate, 60, millis, 0.25, 0, 0));
    }
  }

  private static void assertAccepted(ToneSynth synth) {
    assertHeardAs(Sounds.ALL_KEYS, Sounds.ALL_KEYS, synth);
  }

  private static void assertRefused(ToneSynth synth) {
    assertHeardAs(NONE, Sounds.ALL_KEYS, synth);
  }

  /** Each key, twice in a row. */
  private static void assertHeard(int times, ToneSynth synth) {
    for (char key : Sounds.ALL_KEYS.toCharArray()) {
      String one = String.valueOf(key);
      assertHeardAs(one.repeat(times), one.repeat(2), synth);
    }
  }

  private static void assertHeardAs(String expected, String keys, ToneSynth synth) {
    short[] clean = synth.keys(keys);
    assertEquals(expected, Heard.in(clean, synth.sampleRate()).text(), () -> "clean, " + synth);
    for (int seed = 0; seed < 5; seed++) {
      short[] noisy = synth.withNoise(clean, 20, new Random(seed));
      String message = "noise of seed " + seed + ", " + synth;
      assertEquals(expected, Heard.in(noisy, synth.sampleRate()).text(), message);
    }
  }
}
