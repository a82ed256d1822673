package io.realtimevoice.sample.tones;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** WAV files with one channel of 16-bit PCM. */
public final class WavFile {

  private static final int HEADER = 44;
  private static final int RIFF_REST = 36;

  private WavFile() {}

  /**
   * The bytes of a file.
   *
   * @param samples one channel
   * @param sampleRate samples a second
   * @return header and data
   */
  public static byte[] bytes(short[] samples, int sampleRate) {
    int size = Short.BYTES * samples.length;
    ByteBuffer file = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(US_ASCII)).putInt(RIFF_REST + size);
    file.put("WAVEfmt ".getBytes(US_ASCII)).putInt(WavFormat.LEAST_BYTES);
    file.putShort((short) 1).putShort((short) 1).putInt(sampleRate);
    file.putInt(Short.BYTES * sampleRate)
        .putShort((short) Short.BYTES)
        .putShort((short) Short.SIZE);
    file.put("data".getBytes(US_ASCII)).putInt(size);
    file.asShortBuffer().put(samples);
    return file.array();
  }

  /**
   * The bytes of headerless audio.
   *
   * @param samples one channel
   * @return signed 16 bits, little-endian
   */
  public static byte[] pcm(short[] samples) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Short.BYTES * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }

  /**
   * How many bytes of a file sound in a second.
   *
   * @param file a WAV file
   * @return from its header
   * @throws IOException if it cannot be read
   * @throws BadAudioException if it is none, or not a supported one
   */
  public static int bytesPerSecond(Path file) throws IOException {
    int[] rate = new int[1];
    WavDecoder decoder =
        new WavDecoder(
            samplesPerSecond -> {
              rate[0] = samplesPerSecond;
              return sample -> {};
            });
    byte[] piece = new byte[HEADER];
    try (InputStream bytes = Files.newInputStream(file)) {
      for (int read = bytes.read(piece); read > 0 && rate[0] == 0; read = bytes.read(piece)) {
        decoder.decode(ByteBuffer.wrap(piece, 0, read));
      }
    }
    if (rate[0] == 0) {
      throw new BadAudioException("a WAV file without audio");
    }
    return rate[0] * decoder.channels() * Short.BYTES;
  }
}
