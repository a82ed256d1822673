package io.realtimevoice.it.cuts;

import io.realtimevoice.client.ClientState;
import io.realtimevoice.client.Pace;
import io.realtimevoice.client.StartFields;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceListener;
import io.realtimevoice.client.VoiceStream;
import io.realtimevoice.sample.tones.ToneSynth;
import io.realtimevoice.sample.tones.WavFile;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** A dictation that stops at the end of a key when the server goes, and goes on when it is back. */
final class Interrupted implements VoiceListener {

  /**
   * What came of it.
   *
   * @param text of all its streams, one behind the other
   * @param streams how many there were
   * @param timeline for who wants to know why
   */
  record Outcome(String text, int streams, String timeline) {}

  private static final ToneSynth SYNTH = ToneSynth.at(16_000);
  private static final Pace SPEAKING = Pace.ofPcm(16_000);

  private final VoiceClient client;
  private final Runnable speaking;
  private volatile boolean goesAway;
  private volatile CompletableFuture<Void> ready = new CompletableFuture<>();
  private volatile CompletableFuture<Void> left = new CompletableFuture<>();

  /** Told when the first key is said. */
  Interrupted(URI uri, Runnable speaking) {
    this.speaking = speaking;
    this.client =
        VoiceClient.builder(uri)
            .listener(this)
            .maxRetries(1_000)
            .retryDelay(Duration.ofMillis(500), Duration.ofMillis(500))
            .build();
  }

  Outcome dictate(String keys) throws Exception {
    StringBuilder text = new StringBuilder();
    int streams = 0;
    int said = 0;
    try {
      CompletableFuture<Void> first = ready;
      await(client.connect());
      await(first);
      while (said < keys.length()) {
        await(ready);
        goesAway = false;
        VoiceStream stream = await(client.start(StartFields.DEFAULT.engineType("tones")));
        streams++;
        while (said < keys.length() && !goesAway) {
          byte[] key = WavFile.pcm(SYNTH.keys(keys.substring(said, said + 1)));
          await(stream.send(new ByteArrayInputStream(key), SPEAKING));
          said++;
          speaking.run();
        }
        text.append(await(stream.stop()).text());
        if (goesAway && said < keys.length()) {
          await(left);
        }
      }
      return new Outcome(text.toString(), streams, client.timeline().toString());
    } catch (Exception e) {
      throw new AssertionError(text + " of " + keys + "; " + client.timeline(), e);
    } finally {
      await(client.closeAsync());
    }
  }

  @Override
  public void onState(ClientState from, ClientState to) {
    if (to == ClientState.READY) {
      ready.complete(null);
      left = new CompletableFuture<>();
    } else if (from == ClientState.READY) {
      ready = new CompletableFuture<>();
      left.complete(null);
    }
  }

  @Override
  public void onGoAway(long retryAfterMs) {
    goesAway = true;
  }

  private static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(2, TimeUnit.MINUTES);
  }
}
