package io.realtimevoice.sample.tones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each message says what was found, and what is supported. */
class InvalidWavFilesAreRefusedTest {

  private static final String SUPPORTED = "; supported is PCM (1) with 16 bits and 1 or 2 channels";

  static Stream<Arguments> files() {
    return Stream.of(
        refused(
            new Riff("OggS", "WAVE"),
            "no WAV file: it begins with OggS and WAVE, not RIFF and WAVE"),
        refused(
            new Riff("RIFF", "AVI "),
            "no WAV file: it begins with RIFF and AVI , not RIFF and WAVE"),
        refused(
            new Riff("\0\1\2\3", "\n\r\t\0"),
            "no WAV file: it begins with ???? and ????, not RIFF and WAVE"),
        refused(
            new Riff().chunk("data", new byte[2]),
            "a WAV file with a data chunk, but no fmt chunk before it"),
        refused(
            new Riff().chunk("fmt ", new byte[14]),
            "a WAV file with a fmt chunk of 14 bytes; supported are 16 to 64"),
        refused(
            new Riff().chunkOfSize("fmt ", 4_000_000_000L),
            "a WAV file with a fmt chunk of 4000000000 bytes; supported are 16 to 64"),
        refused(
            new Riff().format(Riff.PCM, 1, 16_000, 8),
            "a WAV file of format 1 with 8 bits and 1 channels" + SUPPORTED),
        refused(
            new Riff().format(3, 1, 16_000, 32),
            "a WAV file of format 3 with 32 bits and 1 channels" + SUPPORTED),
        refused(
            new Riff().format(7, 1, 8_000, 8),
            "a WAV file of format 7 with 8 bits and 1 channels" + SUPPORTED),
        refused(
            new Riff().extensible(3, 2, 48_000, 32),
            "a WAV file of format 3 with 32 bits and 2 channels" + SUPPORTED),
        refused(
            new Riff().format(Riff.EXTENSIBLE, 1, 16_000, 16),
            "a WAV file of format 65534 with 16 bits and 1 channels" + SUPPORTED),
        refused(
            new Riff().format(Riff.PCM, 0, 16_000, 16),
            "a WAV file of format 1 with 16 bits and 0 channels" + SUPPORTED),
        refused(
            new Riff().format(Riff.PCM, 6, 48_000, 16),
            "a WAV file of format 1 with 16 bits and 6 channels" + SUPPORTED),
        refused(
            new Riff().format(Riff.PCM, 1, 4_000, 16),
            "audio with 4000 samples a second; supported are 8000 to 192000"),
        refused(
            new Riff().format(Riff.PCM, 1, 4_294_967_295L, 16),
            "audio with 4294967295 samples a second; supported are 8000 to 192000"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("files")
  void asSoonAsItIsKnown(byte[] file, String message) {
    WavDecoder decoder = new WavDecoder(rate -> sample -> {});

    BadAudioException refusal =
        assertThrows(BadAudioException.class, () -> decoder.decode(ByteBuffer.wrap(file)));

    assertEquals(message, refusal.getMessage());
  }

  private static Arguments refused(Riff file, String message) {
    return Arguments.of(file.bytes(), message);
  }
}
