package io.realtimevoice.sample.tones;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each in one piece, and byte by byte. */
class WavFilesAreReadTest {

  private static final short[] SAMPLES = {0, 1, -1, 256, -32_768, 32_767};
  private static final byte[] PCM = WavFile.pcm(SAMPLES);

  static Stream<Riff> filesWithTheSamples() {
    return Stream.of(
        plain().chunk("data", PCM),
        new Riff().chunk("LIST", new byte[26]).format(Riff.PCM, 1, 16_000, 16).chunk("data", PCM),
        plain().chunk("odd ", new byte[7]).chunk("none").chunk("data", PCM),
        plain().chunk("data", PCM).chunk("LIST", new byte[9]).chunk("id3 ", new byte[4]),
        plain().chunkOfSize("data", 0, PCM),
        plain().chunkOfSize("data", 0xFFFF_FFFFL, PCM),
        plain().chunkOfSize("data", 1_000_000, PCM),
        new Riff().extensible(Riff.PCM, 1, 16_000, 16).chunk("data", PCM),
        new Riff().chunk("fmt ", oddFormat()).chunk("data", PCM));
  }

  @ParameterizedTest
  @MethodSource("filesWithTheSamples")
  void whateverTheirChunks(Riff file) {
    for (int size : new int[] {1, 5, 1_000}) {
      Read read = new Read(file.bytes(), size);

      assertEquals(List.of(16_000), read.rates);
      assertArrayEquals(SAMPLES, read.samples());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 12_000, 16_000, 22_050, 24_000, 44_100, 48_000, 192_000})
  void atEverySampleRate(int sampleRate) {
    Read read = new Read(WavFile.bytes(SAMPLES, sampleRate), 7);

    assertEquals(List.of(sampleRate), read.rates);
    assertArrayEquals(SAMPLES, read.samples());
  }

  @Test
  void twoChannelsAsTheirMean() {
    short[] both = {100, 200, -32_768, -32_768, 32_767, 32_767, 10, -10};
    byte[] file =
        new Riff().format(Riff.PCM, 2, 16_000, 16).chunk("data", WavFile.pcm(both)).bytes();

    assertArrayEquals(new short[] {150, -32_768, 32_767, 0}, new Read(file, 3).samples());
  }

  @Test
  void withHalfASampleAtTheEndLeftOut() {
    byte[] file = plain().chunkOfSize("data", 0, new byte[] {1, 0, 2}).bytes();

    assertArrayEquals(new short[] {1}, new Read(file, 2).samples());
  }

  @Test
  void notBeforeTheirDataBegins() {
    byte[] file = plain().bytes();

    assertEquals(List.of(), new Read(file, 4).rates);
  }

  private static Riff plain() {
    return new Riff().format(Riff.PCM, 1, 16_000, 16);
  }

  /** As some writers do it: a size that is odd, so a byte of padding follows. */
  private static byte[] oddFormat() {
    byte[] canonical = new Riff().format(Riff.PCM, 1, 16_000, 16).bytes();
    byte[] body = new byte[17];
    System.arraycopy(canonical, canonical.length - 16, body, 0, 16);
    return body;
  }

  private static final class Read {
    private final List<Integer> rates = new ArrayList<>();
    private final List<Short> samples = new ArrayList<>();

    Read(byte[] file, int size) {
      WavDecoder decoder =
          new WavDecoder(
              rate -> {
                rates.add(rate);
                return samples::add;
              });
      for (int at = 0; at < file.length; at += size) {
        decoder.decode(ByteBuffer.wrap(file, at, Math.min(size, file.length - at)));
      }
    }

    short[] samples() {
      short[] all = new short[samples.size()];
      for (int i = 0; i < all.length; i++) {
        all[i] = samples.get(i);
      }
      return all;
    }
  }
}
