package io.realtimevoice.sample.tones;

import static java.util.stream.Collectors.joining;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/** Sounds that are not keys, and ways to put sounds together. */
final class Sounds {

  static final String ALL_KEYS = "0123456789*#ABCD";

  private Sounds() {}

  /** A waveform, of amplitude 1 at most, over the time in seconds. */
  static short[] of(double seconds, int sampleRate, DoubleUnaryOperator waveform) {
    short[] samples = new short[(int) (seconds * sampleRate)];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          (short) Math.round(Short.MAX_VALUE * waveform.applyAsDouble((double) i / sampleRate));
    }
    return samples;
  }

  static double sine(double hertz, double seconds) {
    return Math.sin(2 * Math.PI * hertz * seconds);
  }

  /** Noise that has about as much energy in each octave (P. Kellet's filter of three poles). */
  static short[] pinkNoise(double seconds, int sampleRate, Random random) {
    double[] poles = new double[3];
    return of(
        seconds,
        sampleRate,
        time -> {
          double white = random.nextGaussian();
          poles[0] = 0.99765 * poles[0] + white * 0.0990460;
          poles[1] = 0.96300 * poles[1] + white * 0.2965164;
          poles[2] = 0.57000 * poles[2] + white * 1.0526913;
          double pink = poles[0] + poles[1] + poles[2] + 0.1848 * white;
          return Math.max(-1, Math.min(1, 0.05 * pink));
        });
  }

  static String randomKeys(int count, Random random) {
    return random
        .ints(count, 0, ALL_KEYS.length())
        .mapToObj(each -> String.valueOf(ALL_KEYS.charAt(each)))
        .collect(joining());
  }

  static short[] join(short[]... parts) {
    int length = 0;
    for (short[] part : parts) {
      length += part.length;
    }
    short[] all = new short[length];
    int at = 0;
    for (short[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
