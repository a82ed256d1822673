package io.realtimevoice.sample;

import io.realtimevoice.AudioFormat;
import io.realtimevoice.AudioFormat.Encoding;
import io.realtimevoice.RecognitionOptions;
import io.realtimevoice.StartRequest;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.VoiceStream;
import io.realtimevoice.sample.tones.ToneSynth;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.function.IntSupplier;

/** One dictation from start to stop. */
final class Dictated {

  static final ToneSynth SYNTH = ToneSynth.at(16_000);

  final RecordingSession session = new RecordingSession();
  private final VoiceStream stream;

  Dictated(Encoding encoding) {
    this(encoding, 0);
  }

  Dictated(Encoding encoding, int vadSilenceTime) {
    stream = new Engines().open(session, request("16k_zh", encoding, 16_000, vadSilenceTime));
  }

  static StartRequest request(
      String engineType, Encoding encoding, int sampleRate, int vadSilenceTime) {
    return new StartRequest(
        null,
        null,
        engineType,
        new AudioFormat(encoding, sampleRate),
        new RecognitionOptions(0, 0, 0, 0, 1, 1, vadSilenceTime),
        Map.of());
  }

  Dictated hear(byte... audio) {
    stream.audio(ByteBuffer.wrap(audio));
    return this;
  }

  Dictated hear(byte[] audio, IntSupplier sizes) {
    for (int at = 0; at < audio.length; ) {
      int size = Math.min(sizes.getAsInt(), audio.length - at);
      stream.audio(ByteBuffer.wrap(audio, at, size));
      at += size;
    }
    return this;
  }

  StreamSummary stop() {
    return stream.end().toCompletableFuture().join();
  }
}
