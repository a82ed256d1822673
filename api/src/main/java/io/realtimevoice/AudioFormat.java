package io.realtimevoice;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * The format of the audio a client sends.
 *
 * @param encoding how the bytes are to be read
 * @param sampleRate samples a second; for {@link Encoding#WAV} and {@link Encoding#MP3} only what
 *     the client announced: the data's own header is right
 */
public record AudioFormat(Encoding encoding, int sampleRate) {

  /** How the bytes of audio are to be read; the numbers are {@code voiceFormat} on the wire. */
  public enum Encoding {
    /** Headerless signed 16-bit little-endian samples, one channel. */
    PCM(1),
    /** A RIFF/WAVE file, header first, cut anywhere. */
    WAV(4),
    /** MPEG audio layer III frames, cut anywhere. */
    MP3(6);

    private final int voiceFormat;

    Encoding(int voiceFormat) {
      this.voiceFormat = voiceFormat;
    }

    /**
     * The number of this encoding on the wire.
     *
     * @return the value of {@code voiceFormat}
     */
    public int voiceFormat() {
      return voiceFormat;
    }

    /**
     * The encoding with a number.
     *
     * @param voiceFormat the value of {@code voiceFormat}
     * @return empty for an unknown number
     */
    public static Optional<Encoding> of(int voiceFormat) {
      return Arrays.stream(values()).filter(e -> e.voiceFormat == voiceFormat).findFirst();
    }
  }

  /** What a client sends that says nothing of its format: PCM, 16 kHz. */
  public static final AudioFormat DEFAULT = new AudioFormat(Encoding.PCM, 16_000);

  private static final int BYTES_PER_PCM_SAMPLE = 2;

  /** Checks the rate. */
  public AudioFormat {
    Objects.requireNonNull(encoding, "encoding");
    if (sampleRate <= 0) {
      throw new IllegalArgumentException("sampleRate must be positive: " + sampleRate);
    }
  }

  /**
   * The bytes of one sample of one channel, below which a message must not be cut.
   *
   * @return 2 for PCM, 1 for encodings that may be cut anywhere
   */
  public int frameBytes() {
    return encoding == Encoding.PCM ? BYTES_PER_PCM_SAMPLE : 1;
  }

  /**
   * How long some audio lasts.
   *
   * @param bytes its size
   * @return the duration; empty where only the data's own header can tell
   */
  public Optional<Duration> durationOf(long bytes) {
    return encoding == Encoding.PCM
        ? Optional.of(Duration.ofMillis(bytes * 1000 / ((long) BYTES_PER_PCM_SAMPLE * sampleRate)))
        : Optional.empty();
  }

  /** By hand, since the JDK keeps the last class whose record it has turned into a text. */
  @Override
  public String toString() {
    return "AudioFormat[encoding=" + encoding + ", sampleRate=" + sampleRate + "]";
  }
}
