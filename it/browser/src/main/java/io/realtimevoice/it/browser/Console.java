package io.realtimevoice.it.browser;

import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.sample.tones.ToneSynth;
import io.realtimevoice.sample.tones.WavFile;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Where the console page is, and what a microphone hears. */
final class Console {

  static final String ALL_KEYS = "0123456789*#ABCD";

  private static final int SAMPLE_RATE = 16_000;

  private Console() {}

  static String of(URL application) {
    return at(application, application.getPort());
  }

  /** The page by way of a port that leads to the server. */
  static String at(URL application, int port) {
    return "http://127.0.0.1:"
        + port
        + ChannelAddress.of(application).contextPath()
        + "/realtime-voice/console.html";
  }

  /** A WAV file with the tones of keys, behind some silence in which the microphone gets ready. */
  static Path tones(String keys) throws IOException {
    return wav(ToneSynth.at(SAMPLE_RATE).keys(keys), 1);
  }

  /** A WAV file with half a minute of tones. */
  static Path manyTones() throws IOException {
    return wav(ToneSynth.at(SAMPLE_RATE).keys(ALL_KEYS.repeat(12)), 1);
  }

  private static Path wav(short[] sound, int secondsBefore) throws IOException {
    int before = secondsBefore * SAMPLE_RATE;
    short[] samples = Arrays.copyOf(new short[before], before + sound.length + SAMPLE_RATE);
    System.arraycopy(sound, 0, samples, before, sound.length);
    Path file = Files.createTempFile("realtime-voice-", ".wav");
    file.toFile().deleteOnExit();
    return Files.write(file, WavFile.bytes(samples, SAMPLE_RATE));
  }
}
