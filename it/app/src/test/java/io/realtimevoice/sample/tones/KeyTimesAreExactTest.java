package io.realtimevoice.sample.tones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTimesAreExactTest {

  private static final long TOLERANCE_MILLIS = 20;

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 44_100, 48_000})
  void withoutNoise(int sampleRate, TestReporter reporter) {
    long worst = 0;
    for (double deviation : List.of(-0.015, 0.0, 0.015)) {
      for (double twist : List.of(-8.0, 0.0, 4.0)) {
        ToneSynth synth = new ToneSynth(sampleRate, 80, 80, 0.2, twist, deviation);
        worst = Math.max(worst, worstError(synth, Sounds.ALL_KEYS, synth.keys(Sounds.ALL_KEYS)));
      }
    }
    reporter.publishEntry("worst error at " + sampleRate + " Hz, clean, ms", "" + worst);

    assertTrue(worst <= TOLERANCE_MILLIS, "worst error " + worst + " ms");
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 44_100, 48_000})
  void inNoiseTwentyDecibelsBelow(int sampleRate, TestReporter reporter) {
    long worst = 0;
    for (int seed = 0; seed < 10; seed++) {
      Random random = new Random(seed);
      String keys = Sounds.randomKeys(20, random);
      ToneSynth synth =
          new ToneSynth(sampleRate, 40 + random.nextInt(80), 40 + random.nextInt(80), 0.2, 0, 0);
      worst =
          Math.max(worst, worstError(synth, keys, synth.withNoise(synth.keys(keys), 20, random)));
    }
    reporter.publishEntry("worst error at " + sampleRate + " Hz, noisy, ms", "" + worst);

    assertTrue(worst <= TOLERANCE_MILLIS, "worst error " + worst + " ms");
  }

  @Test
  void afterTenMinutes() {
    int sampleRate = 11_025;
    int period = 500;
    String keys = Sounds.randomKeys(1_200, new Random(1));
    ToneSynth synth = new ToneSynth(sampleRate, 100, period - 100, 0.25, 0, 0);

    assertTrue(worstError(synth, keys, synth.keys(keys)) <= TOLERANCE_MILLIS);
  }

  private static long worstError(ToneSynth synth, String keys, short[] samples) {
    Heard heard = Heard.in(samples, synth.sampleRate());
    assertEquals(keys, heard.text(), synth::toString);
    long worst = 0;
    for (int i = 0; i < keys.length(); i++) {
      // The synthesiser rounds to samples, as its own arithmetic does.
      long start = samplesOf(synth.pauseMillis(), synth);
      start += (long) i * (start + samplesOf(synth.toneMillis(), synth));
      long end = start + samplesOf(synth.toneMillis(), synth);
      Heard.Key key = heard.keys().get(i);
      worst = Math.max(worst, Math.abs(key.startMillis() - start * 1_000 / synth.sampleRate()));
      worst = Math.max(worst, Math.abs(key.endMillis() - end * 1_000 / synth.sampleRate()));
    }
    return worst;
  }

  private static long samplesOf(int millis, ToneSynth synth) {
    return (long) millis * synth.sampleRate() / 1_000;
  }
}
