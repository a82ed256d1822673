package io.realtimevoice.sample.tones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavFileIsReadBackTest {

  @TempDir Path folder;

  @Test
  void byTheDecoder() {
    Random random = new Random(1);
    short[] samples = new short[10_000];
    List<Short> expected = new ArrayList<>();
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) random.nextInt();
      expected.add(samples[i]);
    }
    List<Short> read = new ArrayList<>();
    new WavDecoder(rate -> read::add).decode(ByteBuffer.wrap(WavFile.bytes(samples, 22_050)));

    assertEquals(expected, read);
  }

  @Test
  void byTheJdk() throws IOException, UnsupportedAudioFileException {
    byte[] file = WavFile.bytes(new short[] {1, -2, 3}, 11_025);
    try (AudioInputStream audio = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file))) {
      assertTrue(audio.getFormat().matches(new AudioFormat(11_025, 16, 1, true, false)));
      assertEquals(3, audio.getFrameLength());
      assertEquals(-2, (short) (audio.readNBytes(6)[2] | 0xFF00));
    }
  }

  @Test
  void withItsBytesPerSecond() throws IOException {
    Path mono = write(WavFile.bytes(new short[1_000], 11_025));
    Path stereo =
        write(
            new Riff()
                .chunk("LIST", new byte[333])
                .format(Riff.PCM, 2, 48_000, 16)
                .chunk("data", new byte[8])
                .bytes());

    assertEquals(22_050, WavFile.bytesPerSecond(mono));
    assertEquals(192_000, WavFile.bytesPerSecond(stereo));
  }

  @Test
  void orRefusedIfItHasNoAudio() throws IOException {
    Path header = write(new Riff().format(Riff.PCM, 1, 8_000, 16).bytes());
    Path empty = write();
    Path other = write(new Riff("fLaC", "....").bytes());

    assertEquals("a WAV file without audio", refusal(header));
    assertEquals("a WAV file without audio", refusal(empty));
    assertEquals("no WAV file: it begins with fLaC and ...., not RIFF and WAVE", refusal(other));
  }

  private static String refusal(Path file) {
    return assertThrows(BadAudioException.class, () -> WavFile.bytesPerSecond(file)).getMessage();
  }

  private Path write(byte... bytes) throws IOException {
    return Files.write(Files.createTempFile(folder, "audio", ".wav"), bytes);
  }
}
