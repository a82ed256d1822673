package io.realtimevoice.sample;

import io.realtimevoice.AudioFormat;
import io.realtimevoice.StartRequest;
import io.realtimevoice.StreamRefusedException;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.Transcript;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import io.realtimevoice.sample.tones.AudioDecoder;
import io.realtimevoice.sample.tones.BadAudioException;
import io.realtimevoice.sample.tones.PcmDecoder;
import io.realtimevoice.sample.tones.SampleSink;
import io.realtimevoice.sample.tones.ToneDetector;
import io.realtimevoice.sample.tones.ToneListener;
import io.realtimevoice.sample.tones.WavDecoder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Writes down the telephone keys that it hears, in sentences: keys without a longer pause between
 * them. A partial result whenever a key begins or has ended, a final one when the sentence has.
 */
final class ToneDictation implements VoiceStream, ToneListener {

  private static final int MILLIS = 1_000;
  private static final int DEFAULT_PAUSE_MILLIS = 1_000;

  /** Every partial result has the whole sentence, so a sentence must end at some time. */
  private static final int LONGEST_SENTENCE = 64;

  /** A key is noticed this much later than it begins, so a sentence waits for it. */
  private static final int NOTICE_MILLIS = 60;

  private static final long NEVER = Long.MAX_VALUE;

  private final VoiceSession session;
  private final int pauseMillis;
  private final AudioDecoder decoder;
  private final StringBuilder text = new StringBuilder();
  private final StringBuilder sentence = new StringBuilder();
  private final List<Transcript.Word> words = new ArrayList<>();
  private @Nullable ToneDetector detector;
  private long lastEndMillis;
  private int sampleRate = 1;
  private long samples;
  private long sentenceEnds = NEVER;

  private ToneDictation(VoiceSession session, StartRequest request) {
    this.session = session;
    int asked = request.options().vadSilenceTime();
    this.pauseMillis = asked > 0 ? asked : DEFAULT_PAUSE_MILLIS;
    AudioFormat format = request.format();
    this.decoder =
        switch (format.encoding()) {
          case PCM -> new PcmDecoder(1, samplesAt(format.sampleRate()));
          case WAV -> new WavDecoder(this::samplesAt);
          case MP3 ->
              throw new StreamRefusedException(
                  "MP3 audio (voiceFormat 6); supported are PCM (1) and WAV (4)");
        };
  }

  static ToneDictation open(VoiceSession session, StartRequest request) {
    try {
      return new ToneDictation(session, request);
    } catch (BadAudioException e) {
      throw refused(e);
    }
  }

  @Override
  public void audio(ByteBuffer audio) {
    try {
      decoder.decode(audio);
    } catch (BadAudioException e) {
      throw refused(e);
    }
  }

  @Override
  public CompletionStage<StreamSummary> end() {
    if (detector != null) {
      detector.finish();
    }
    endSentence();
    return CompletableFuture.completedFuture(
        new StreamSummary(text.toString(), Duration.ofMillis(heardMillis())));
  }

  @Override
  public void began(char key, long startMillis) {
    if (startMillis - lastEndMillis >= pauseMillis) {
      endSentence();
    }
    sentenceEnds = NEVER;
    session.send(new Transcript(sentence.toString() + key, false, words));
  }

  @Override
  public void ended(char key, long startMillis, long endMillis) {
    lastEndMillis = endMillis;
    sentenceEnds = (endMillis + pauseMillis + NOTICE_MILLIS) * sampleRate / MILLIS;
    sentence.append(key);
    words.add(new Transcript.Word(String.valueOf(key), startMillis, endMillis));
    if (sentence.length() == LONGEST_SENTENCE) {
      endSentence();
    } else {
      session.send(new Transcript(sentence.toString(), false, words));
    }
  }

  private void endSentence() {
    if (!sentence.isEmpty()) {
      session.send(new Transcript(sentence.toString(), true, words));
      text.append(sentence);
      sentence.setLength(0);
      words.clear();
    }
  }

  private long heardMillis() {
    return samples * MILLIS / sampleRate;
  }

  private SampleSink samplesAt(int rate) {
    ToneDetector made = new ToneDetector(rate, this);
    detector = made;
    sampleRate = rate;
    return sample -> {
      samples++;
      made.sample(sample);
      if (samples == sentenceEnds) {
        endSentence();
      }
    };
  }

  private static StreamRefusedException refused(BadAudioException reason) {
    return new StreamRefusedException(String.valueOf(reason.getMessage()));
  }
}
