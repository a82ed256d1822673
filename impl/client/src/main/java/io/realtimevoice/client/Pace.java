package io.realtimevoice.client;

import io.realtimevoice.AudioFormat;

/**
 * How fast, and in what pieces, the audio of an {@code InputStream} is sent.
 *
 * @param bytesPerSecond 0 for as fast as it can be read and the connection takes it, which is right
 *     for a microphone, too
 * @param chunkBytes the size of a message, in bytes; the last may be shorter
 */
public record Pace(double bytesPerSecond, int chunkBytes) {

  private static final int CHUNKS_PER_SECOND = 50;
  private static final int BYTES_PER_SAMPLE = 2;

  /** As fast as it goes, in pieces of 20 ms of the default format. */
  public static final Pace FAST =
      new Pace(0, AudioFormat.DEFAULT.sampleRate() * BYTES_PER_SAMPLE / CHUNKS_PER_SECOND);

  /** Checks both. */
  public Pace {
    if (!(bytesPerSecond >= 0) || Double.isInfinite(bytesPerSecond)) {
      throw new IllegalArgumentException("bytesPerSecond must be 0 or more: " + bytesPerSecond);
    }
    if (chunkBytes <= 0) {
      throw new IllegalArgumentException("chunkBytes must be positive: " + chunkBytes);
    }
  }

  /**
   * As it sounds, in pieces of 20 ms.
   *
   * @param sampleRate of PCM16, one channel
   * @return the pace of a speaker
   */
  public static Pace ofPcm(int sampleRate) {
    int chunk = sampleRate / CHUNKS_PER_SECOND * BYTES_PER_SAMPLE;
    return new Pace((double) sampleRate * BYTES_PER_SAMPLE, chunk);
  }

  /**
   * Larger or smaller pieces.
   *
   * @param bytes of each
   * @return as fast as this
   */
  public Pace inChunksOf(int bytes) {
    return new Pace(bytesPerSecond, bytes);
  }

  /** When, in milliseconds from the beginning, a byte is due. */
  long dueMs(long bytes) {
    return bytesPerSecond == 0 ? 0 : (long) (bytes * 1_000 / bytesPerSecond);
  }
}
