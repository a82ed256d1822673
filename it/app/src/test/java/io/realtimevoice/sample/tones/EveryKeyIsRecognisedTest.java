package io.realtimevoice.sample.tones;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EveryKeyIsRecognisedTest {

  private static final int NOISY_STRINGS = 100;

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 32_000, 44_100, 48_000, 96_000, 192_000})
  void atEverySampleRate(int sampleRate) {
    short[] samples = ToneSynth.at(sampleRate).keys(Sounds.ALL_KEYS);

    assertEquals(Sounds.ALL_KEYS, Heard.in(samples, sampleRate).text());
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void inNoiseTwentyDecibelsBelow(int seed) {
    for (int sampleRate : List.of(8_000, 16_000)) {
      Random random = new Random(seed);
      String keys = Sounds.randomKeys(4 + random.nextInt(16), random);
      ToneSynth synth =
          new ToneSynth(sampleRate, 40 + random.nextInt(60), 40 + random.nextInt(60), 0.25, 0, 0);
      short[] noisy = synth.withNoise(synth.keys(keys), 20, random);

      assertEquals(keys, Heard.in(noisy, sampleRate).text(), () -> "seed " + seed + ", " + synth);
    }
  }

  @Test
  void theSameKeySeveralTimes() {
    String keys = "1111000####DDDD55";

    assertEquals(keys, Heard.in(ToneSynth.at(16_000).keys(keys), 16_000).text());
  }

  @Test
  void keysWithoutAPauseBetweenThem() {
    ToneSynth synth = new ToneSynth(16_000, 50, 0, 0.25, 0, 0);

    assertEquals(Sounds.ALL_KEYS, Heard.in(synth.keys(Sounds.ALL_KEYS), 16_000).text());
  }

  @Test
  void aKeyThatStillSoundsAtTheEnd() {
    ToneSynth synth = ToneSynth.at(16_000);
    short[] samples = synth.keys("7");
    int endOfTone = 160 * 16;
    Heard heard = Heard.in(Arrays.copyOf(samples, endOfTone), 16_000);

    assertEquals("7", heard.text());
    assertEquals(160.0, (double) heard.keys().get(0).endMillis(), 20);
  }

  static IntStream seeds() {
    return IntStream.range(0, NOISY_STRINGS);
  }
}
