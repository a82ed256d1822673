package io.realtimevoice.sample;

import io.realtimevoice.sample.tones.ToneSynth;
import io.realtimevoice.sample.tones.WavFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the tones of telephone keys to a WAV file, for those who have none at hand. */
final class ToneFile {

  private static final int SAMPLE_RATE = 16_000;

  private ToneFile() {}

  static int write(PrintStream out, String... arguments) {
    if (arguments.length != 2) {
      out.println("tones needs some keys (of 0-9 * # A-D) and the name of a WAV file to write");
      return 2;
    }
    try {
      short[] samples = ToneSynth.at(SAMPLE_RATE).keys(arguments[0]);
      Files.write(Path.of(arguments[1]), WavFile.bytes(samples, SAMPLE_RATE));
      return 0;
    } catch (IllegalArgumentException e) {
      out.println(e.getMessage());
      return 2;
    } catch (IOException e) {
      out.println("cannot write " + arguments[1] + ": " + e);
      return 1;
    }
  }
}
