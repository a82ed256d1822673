package io.realtimevoice.sample.tones;

/** Takes samples, one by one. */
@FunctionalInterface
public interface SampleSink {

  /**
   * Takes the next one.
   *
   * @param sample signed 16 bits
   */
  void sample(short sample);
}
