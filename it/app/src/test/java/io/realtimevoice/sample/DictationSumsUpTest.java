package io.realtimevoice.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.AudioFormat.Encoding;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.sample.tones.ToneSynth;
import io.realtimevoice.sample.tones.WavFile;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DictationSumsUpTest {

  @Test
  void theTextOfAllSentences() {
    ByteArrayOutputStream audio = new ByteArrayOutputStream();
    audio.writeBytes(WavFile.pcm(Dictated.SYNTH.keys("12")));
    audio.writeBytes(WavFile.pcm(Dictated.SYNTH.silence(2_000)));
    audio.writeBytes(WavFile.pcm(Dictated.SYNTH.keys("34")));
    StreamSummary summary = new Dictated(Encoding.PCM).hear(audio.toByteArray()).stop();

    assertEquals("1234", summary.text());
    assertEquals(Duration.ofMillis(400 + 2_000 + 400), summary.duration());
  }

  @Test
  void theDurationByTheRateInTheFile() {
    byte[] file = WavFile.bytes(ToneSynth.at(44_100).keys("0A"), 44_100);
    StreamSummary summary = new Dictated(Encoding.WAV).hear(file).stop();

    assertEquals(new StreamSummary("0A", Duration.ofMillis(400)), summary);
  }

  @Test
  void nothingWhereThereWasNoAudio() {
    StreamSummary nothing = new StreamSummary("", Duration.ZERO);

    assertEquals(nothing, new Dictated(Encoding.PCM).stop());
    assertEquals(nothing, new Dictated(Encoding.WAV).stop());
    assertEquals(nothing, new Dictated(Encoding.WAV).hear(new byte[] {'R', 'I', 'F'}).stop());
  }
}
