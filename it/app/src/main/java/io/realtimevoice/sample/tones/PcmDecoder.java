package io.realtimevoice.sample.tones;

import java.nio.ByteBuffer;

/** Signed 16-bit little-endian samples of one or more channels, which are mixed to one. */
public final class PcmDecoder implements AudioDecoder {

  private final SampleSink sink;
  private final int channels;
  private int low;
  private boolean half;
  private int sum;
  private int mixed;

  /**
   * A decoder at the start of a stream.
   *
   * @param channels samples that sound at the same time
   * @param sink takes the samples
   */
  public PcmDecoder(int channels, SampleSink sink) {
    this.channels = channels;
    this.sink = sink;
  }

  @Override
  public void decode(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      int octet = bytes.get();
      if (half) {
        mix(octet << Byte.SIZE | low);
      } else {
        low = Byte.toUnsignedInt((byte) octet);
      }
      half = !half;
    }
  }

  private void mix(int sample) {
    sum += sample;
    mixed++;
    if (mixed == channels) {
      sink.sample((short) (sum / channels));
      sum = 0;
      mixed = 0;
    }
  }
}
