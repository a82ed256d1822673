package io.realtimevoice.sample.tones;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DecodersTakeBytesCutAnywhereTest {

  private static final int SAMPLE_RATE = 16_000;

  private final ToneSynth synth = ToneSynth.at(SAMPLE_RATE);
  private final short[] samples = synth.withNoise(synth.keys(Sounds.ALL_KEYS), 20, new Random(1));
  private List<Heard.Key> expected;

  @BeforeEach
  void hearAtOnce() {
    expected = Heard.in(samples, SAMPLE_RATE).keys();
    assertEquals(Sounds.ALL_KEYS.length(), expected.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 639, 640, 641, 7_680, Integer.MAX_VALUE})
  void inPiecesOfOneSize(int size) {
    assertEquals(expected, fromPcm(() -> size));
    assertEquals(expected, fromWav(() -> size));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void inPiecesOfRandomSizes(int seed) {
    Random random = new Random(seed);

    assertEquals(expected, fromPcm(() -> random.nextInt(2_000)));
    assertEquals(expected, fromWav(() -> random.nextInt(2_000)));
  }

  @Test
  void andConsumeThem() {
    ByteBuffer bytes = ByteBuffer.wrap(WavFile.bytes(samples, SAMPLE_RATE));
    new WavDecoder(rate -> sample -> {}).decode(bytes);

    assertEquals(0, bytes.remaining());
  }

  private List<Heard.Key> fromPcm(IntSupplier sizes) {
    Heard heard = new Heard();
    ToneDetector detector = new ToneDetector(SAMPLE_RATE, heard);
    decode(new PcmDecoder(1, detector::sample), WavFile.pcm(samples), sizes);
    detector.finish();
    return heard.keys();
  }

  private List<Heard.Key> fromWav(IntSupplier sizes) {
    Heard heard = new Heard();
    ToneDetector[] detector = new ToneDetector[1];
    WavDecoder decoder =
        new WavDecoder(
            rate -> {
              detector[0] = new ToneDetector(rate, heard);
              return detector[0]::sample;
            });
    decode(decoder, WavFile.bytes(samples, SAMPLE_RATE), sizes);
    detector[0].finish();
    return heard.keys();
  }

  private static void decode(AudioDecoder decoder, byte[] bytes, IntSupplier sizes) {
    for (int at = 0; at < bytes.length; ) {
      int size = Math.min(sizes.getAsInt(), bytes.length - at);
      decoder.decode(ByteBuffer.wrap(bytes, at, size).slice());
      at += size;
    }
  }
}
