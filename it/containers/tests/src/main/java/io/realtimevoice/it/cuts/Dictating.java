package io.realtimevoice.it.cuts;

import io.realtimevoice.client.ClientState;
import io.realtimevoice.client.Pace;
import io.realtimevoice.client.StartFields;
import io.realtimevoice.client.TimelineEntry;
import io.realtimevoice.client.TimelineEvent;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceException;
import io.realtimevoice.client.VoiceListener;
import io.realtimevoice.client.VoiceStream;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.ServerMessage;
import io.realtimevoice.sample.tones.ToneSynth;
import io.realtimevoice.sample.tones.WavFile;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A Java client that dictates keys, whatever becomes of its connections. */
final class Dictating {

  /**
   * What came of it.
   *
   * @param text of the whole stream
   * @param finals the final results, one behind the other
   * @param resumes how often the session went on on another connection
   * @param readyAtFirst whether its first connection had got so far
   * @param timeline for who wants to know why
   */
  record Outcome(String text, String finals, int resumes, boolean readyAtFirst, String timeline) {}

  private static final String KEYS = "0123456789*#ABCD";
  private static final ToneSynth SYNTH = ToneSynth.at(16_000);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private Dictating() {}

  static String keys(Random random, int length) {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < length; i++) {
      keys.append(KEYS.charAt(random.nextInt(KEYS.length())));
    }
    return keys.toString();
  }

  /** Dictates, as fast as it goes. */
  static Outcome dictate(URI uri, String keys) throws Exception {
    return dictate(uri, keys, Pace.FAST);
  }

  static Outcome dictate(URI uri, String keys, Pace pace) throws Exception {
    Listener listener = new Listener();
    byte[] pcm = WavFile.pcm(SYNTH.keys(keys));
    VoiceClient client =
        VoiceClient.builder(uri)
            .listener(listener)
            .retryDelay(Duration.ofMillis(10), Duration.ofMillis(20))
            // What is cut within the HTTP handshake is noticed by this only.
            .welcomeTimeout(Duration.ofSeconds(3))
            .silence(Duration.ofSeconds(3))
            .maxRetries(10_000)
            .build();
    try {
      ServerMessage.Stopped stopped =
          client
              .connect()
              .thenCompose(welcome -> listener.start(client))
              .thenCompose(
                  stream ->
                      stream
                          .send(new ByteArrayInputStream(pcm), pace)
                          .thenCompose(bytes -> stream.stop()))
              .toCompletableFuture()
              .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return new Outcome(
          stopped.text(),
          listener.finals.toString(),
          listener.resumes.get(),
          isReadyAtFirst(client),
          client.timeline().toString());
    } catch (Exception e) {
      throw new AssertionError(keys + " was lost; " + client.timeline(), e);
    } finally {
      client.closeAsync().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
  }

  private static boolean isReadyAtFirst(VoiceClient client) {
    return client.timeline().entries().stream()
        .map(TimelineEntry::event)
        .filter(event -> event == TimelineEvent.READY || event == TimelineEvent.FAILED)
        .findFirst()
        .filter(event -> event == TimelineEvent.READY)
        .isPresent();
  }

  /** Begins anew if the connection was lost between READY and the start. */
  private static final class Listener implements VoiceListener {
    private final StringBuilder finals = new StringBuilder();
    private final AtomicInteger resumes = new AtomicInteger();
    private final String ticket = UUID.randomUUID().toString();
    private CompletableFuture<Void> ready = new CompletableFuture<>();

    CompletionStage<VoiceStream> start(VoiceClient client) {
      return client
          .start(StartFields.DEFAULT.engineType("tones").token(ticket))
          .handle((stream, failure) -> stream == null ? again(client, failure) : started(stream))
          .thenCompose(stage -> stage);
    }

    @Override
    public void onState(ClientState from, ClientState to) {
      if (to == ClientState.READY) {
        ready.complete(null);
      } else if (from == ClientState.READY) {
        ready = new CompletableFuture<>();
      }
    }

    @Override
    public void onResumed(int replayed) {
      resumes.incrementAndGet();
    }

    @Override
    public void onResult(ServerMessage.Result result) {
      if (result.transcript().isFinal()) {
        finals.append(result.transcript().text());
      }
    }

    private CompletionStage<VoiceStream> again(VoiceClient client, Throwable failure) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      return ((VoiceException) cause).problem().verdict() == Verdict.NOT_READY
          ? ready.thenCompose(nothing -> start(client))
          : CompletableFuture.failedStage(failure);
    }

    private static CompletionStage<VoiceStream> started(VoiceStream stream) {
      return CompletableFuture.completedStage(stream);
    }
  }
}
