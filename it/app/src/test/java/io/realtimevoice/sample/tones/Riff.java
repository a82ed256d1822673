package io.realtimevoice.sample.tones;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes WAV files chunk by chunk, right or wrong. */
final class Riff {

  static final int PCM = 1;
  static final int EXTENSIBLE = 0xFFFE;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Riff() {
    this("RIFF", "WAVE");
  }

  Riff(String riff, String wave) {
    text(riff);
    number(0xFFFF_FFFFL);
    text(wave);
  }

  Riff format(int format, int channels, long sampleRate, int bits) {
    return chunk("fmt ", formatBody(format, channels, sampleRate, bits));
  }

  /** As in WAVEFORMATEXTENSIBLE, with the format that is meant in the first bytes of a GUID. */
  Riff extensible(int format, int channels, long sampleRate, int bits) {
    return chunk(
        "fmt ",
        ByteBuffer.allocate(40)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(formatBody(EXTENSIBLE, channels, sampleRate, bits))
            .putShort((short) 22)
            .putShort((short) bits)
            .putInt(0)
            .putShort((short) format)
            .array());
  }

  /** A chunk with its size, and a byte behind it if that is odd. */
  Riff chunk(String name, byte... body) {
    chunkOfSize(name, body.length, body);
    if (body.length % 2 == 1) {
      bytes.write(0);
    }
    return this;
  }

  /** A chunk that states some size or other. */
  Riff chunkOfSize(String name, long size, byte... body) {
    text(name);
    number(size);
    bytes.writeBytes(body);
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  private static byte[] formatBody(int format, int channels, long sampleRate, int bits) {
    int frame = channels * bits / Byte.SIZE;
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putShort((short) format)
        .putShort((short) channels)
        .putInt((int) sampleRate)
        .putInt((int) sampleRate * frame)
        .putShort((short) frame)
        .putShort((short) bits)
        .array();
  }

  private void text(String text) {
    bytes.writeBytes(text.getBytes(US_ASCII));
  }

  private void number(long number) {
    bytes.writeBytes(
        ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) number).array());
  }
}
