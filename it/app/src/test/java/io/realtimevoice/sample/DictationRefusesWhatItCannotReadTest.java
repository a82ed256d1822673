package io.realtimevoice.sample;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.realtimevoice.AudioFormat.Encoding;
import io.realtimevoice.StreamRefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DictationRefusesWhatItCannotReadTest {

  @Test
  void mp3() {
    assertEquals(
        "MP3 audio (voiceFormat 6); supported are PCM (1) and WAV (4)",
        refusal(() -> new Dictated(Encoding.MP3)));
  }

  @Test
  void aSampleRateThatIsTooLow() {
    assertEquals(
        "audio with 4000 samples a second; supported are 8000 to 192000",
        refusal(
            () ->
                new Engines()
                    .open(
                        new RecordingSession(),
                        Dictated.request("tones", Encoding.PCM, 4_000, 0))));
  }

  @Test
  void whatIsNoWavFile() {
    Dictated dictated = new Dictated(Encoding.WAV);

    assertEquals(
        "no WAV file: it begins with ID3? and gs.., not RIFF and WAVE",
        refusal(() -> dictated.hear("ID3\4tagsgs..".getBytes(US_ASCII))));
  }

  private static String refusal(Executable executable) {
    return assertThrows(StreamRefusedException.class, executable).getMessage();
  }
}
