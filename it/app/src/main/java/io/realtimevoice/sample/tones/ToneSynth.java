package io.realtimevoice.sample.tones;

import java.util.Arrays;
import java.util.Random;

/**
 * Makes the tones of telephone keys, and what is not to be taken for them.
 *
 * @param sampleRate samples a second
 * @param toneMillis how long each key sounds
 * @param pauseMillis the silence before, between and after keys
 * @param amplitude of each of the two tones, as a fraction of full scale; at most 0.5
 * @param twistDecibels how much stronger the high tone is; negative: weaker
 * @param deviation of both frequencies, as a fraction
 */
public record ToneSynth(
    int sampleRate,
    int toneMillis,
    int pauseMillis,
    double amplitude,
    double twistDecibels,
    double deviation) {

  private static final double FULL_SCALE = 32_767;
  private static final int MILLIS = 1_000;
  private static final double[] FORMANTS = {730, 1_090, 2_440};

  /**
   * Keys as a finger presses them: 80 ms of tone, 80 ms of pause.
   *
   * @param sampleRate samples a second
   * @return without twist and deviation
   */
  public static ToneSynth at(int sampleRate) {
    return new ToneSynth(sampleRate, 80, 80, 0.25, 0, 0);
  }

  /**
   * The tones of some keys.
   *
   * @param keys of {@code 0-9*#A-D}
   * @return samples, one channel
   */
  public short[] keys(String keys) {
    int tone = samples(toneMillis);
    int pause = samples(pauseMillis);
    short[] all = new short[pause + keys.length() * (tone + pause)];
    for (int i = 0; i < keys.length(); i++) {
      key(keys.charAt(i), all, pause + i * (tone + pause), tone);
    }
    return all;
  }

  /**
   * Silence.
   *
   * @param millis how long
   * @return samples, one channel
   */
  public short[] silence(int millis) {
    return new short[samples(millis)];
  }

  /**
   * Samples with white noise added, at a level against the tones.
   *
   * @param samples not changed
   * @param decibels the tones' power against the noise's over the whole band
   * @param random the noise
   * @return as many samples
   */
  public short[] withNoise(short[] samples, double decibels, Random random) {
    double high = amplitude * Math.pow(10, twistDecibels / 20);
    double power = (amplitude * amplitude + high * high) / 2;
    double deviate = Math.sqrt(power / Math.pow(10, decibels / 10));
    short[] noisy = new short[samples.length];
    for (int i = 0; i < noisy.length; i++) {
      noisy[i] = clip(samples[i] + FULL_SCALE * deviate * random.nextGaussian());
    }
    return noisy;
  }

  /**
   * Sounds like speech: a pulse train with a gliding pitch, through the resonances of a vocal tract
   * that move, in syllables.
   *
   * @param millis how long
   * @param random the speaker
   * @return samples, one channel
   */
  public short[] speechLike(int millis, Random random) {
    double[] sound = new double[samples(millis)];
    double phase = 0;
    double pitch = 90 + 120 * random.nextDouble();
    double[] scale = {1, 1, 1};
    Resonator[] tract =
        Arrays.stream(FORMANTS).mapToObj(hertz -> new Resonator()).toArray(Resonator[]::new);
    int syllable = samples(180);
    double peak = 1e-9;
    for (int i = 0; i < sound.length; i++) {
      if (i % syllable == 0) {
        pitch = Math.min(300, Math.max(80, pitch * (0.8 + 0.4 * random.nextDouble())));
        for (int f = 0; f < scale.length; f++) {
          scale[f] = 0.6 + 0.8 * random.nextDouble();
        }
      }
      phase += pitch * (1 + 0.1 * Math.sin(2 * Math.PI * i / syllable)) / sampleRate;
      double source = 0.02 * random.nextGaussian();
      if (phase >= 1) {
        phase -= 1;
        source += 1;
      }
      double value = 0;
      for (int f = 0; f < tract.length; f++) {
        value += tract[f].filter(source, FORMANTS[f] * scale[f], sampleRate);
      }
      sound[i] = value * Math.pow(Math.sin(Math.PI * (i % syllable) / syllable), 2);
      peak = Math.max(peak, Math.abs(sound[i]));
    }
    short[] samples = new short[sound.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = clip(FULL_SCALE * 0.7 * sound[i] / peak);
    }
    return samples;
  }

  /** A two-pole resonance of 80 Hz width. */
  private static final class Resonator {
    private static final double WIDTH = 80;
    private double last;
    private double lastButOne;

    double filter(double input, double frequency, int rate) {
      double radius = Math.exp(-Math.PI * WIDTH / rate);
      double next =
          (1 - radius) * input
              + 2 * radius * Math.cos(2 * Math.PI * frequency / rate) * last
              - radius * radius * lastButOne;
      lastButOne = last;
      last = next;
      return next;
    }
  }

  private void key(char key, short[] into, int at, int length) {
    double low = 2 * Math.PI * frequency(KeyPad.rowFrequency(KeyPad.row(key)));
    double high = 2 * Math.PI * frequency(KeyPad.columnFrequency(KeyPad.column(key)));
    double highAmplitude = amplitude * Math.pow(10, twistDecibels / 20);
    for (int i = 0; i < length; i++) {
      double seconds = (double) i / sampleRate;
      into[at + i] =
          clip(
              FULL_SCALE
                  * (amplitude * Math.sin(low * seconds)
                      + highAmplitude * Math.sin(high * seconds)));
    }
  }

  private double frequency(double nominal) {
    return nominal * (1 + deviation);
  }

  private int samples(int millis) {
    return (int) ((long) millis * sampleRate / MILLIS);
  }

  private static short clip(double value) {
    return (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value)));
  }
}
