package io.realtimevoice.sample.tones;

import java.nio.ByteBuffer;

/**
 * The {@code fmt} chunk of a WAV file, as far as it is supported: PCM, 16 bits, one or two channels
 * (Multimedia Programming Interface and Data Specifications 1.0, IBM and Microsoft, 1991).
 *
 * @param channels one or two
 * @param sampleRate samples a second of each channel
 */
record WavFormat(int channels, int sampleRate) {

  static final int LEAST_BYTES = 16;

  private static final int PCM = 1;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int SUBFORMAT_OFFSET = 24;
  private static final int BITS = 16;
  private static final int MOST_CHANNELS = 2;

  /** Reads the chunk's body, little-endian. */
  static WavFormat read(ByteBuffer chunk) {
    int start = chunk.position();
    int format = Short.toUnsignedInt(chunk.getShort());
    int channels = Short.toUnsignedInt(chunk.getShort());
    long sampleRate = Integer.toUnsignedLong(chunk.getInt());
    chunk.position(chunk.position() + Integer.BYTES + Short.BYTES);
    int bits = Short.toUnsignedInt(chunk.getShort());
    if (format == EXTENSIBLE && chunk.limit() - start >= SUBFORMAT_OFFSET + Short.BYTES) {
      format = Short.toUnsignedInt(chunk.getShort(start + SUBFORMAT_OFFSET));
    }
    if (format != PCM || bits != BITS || channels < 1 || channels > MOST_CHANNELS) {
      throw new BadAudioException(
          String.format(
              "a WAV file of format %d with %d bits and %d channels; supported is PCM (1) with 16"
                  + " bits and 1 or 2 channels",
              format, bits, channels));
    }
    return new WavFormat(channels, ToneDetector.supported(sampleRate));
  }
}
