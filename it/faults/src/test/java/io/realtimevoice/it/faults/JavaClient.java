package io.realtimevoice.it.faults;

import io.realtimevoice.client.StartFields;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceListener;
import io.realtimevoice.client.VoiceProblem;
import io.realtimevoice.client.VoiceStream;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.ServerMessage;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The Java client, without retries, so that it says at once what it makes of one connection. */
final class JavaClient implements Observer {

  private static final int PATIENCE_SECONDS = 40;

  private final SSLContext trust;

  JavaClient(SSLContext trust) {
    this.trust = trust;
  }

  @Override
  public Observation look(Situation situation) throws Exception {
    Notes notes = new Notes();
    try (VoiceClient client =
        VoiceClient.builder(situation.url())
            .sslContext(trust)
            .maxRetries(0)
            .listener(notes)
            .build()) {
      notes.begin();
      client.connect().exceptionally(failure -> null);
      Note first = notes.next(PATIENCE_SECONDS);
      if (first.what == What.READY) {
        return afterReady(situation, client, notes);
      }
      return first.what == What.END ? first.seen() : refined(first, notes);
    }
  }

  private static Observation afterReady(Situation situation, VoiceClient client, Notes notes)
      throws Exception {
    if (situation.breaksLater()) {
      notes.begin();
      situation.afterReady().run();
      Note lost = notes.next(PATIENCE_SECONDS);
      return lost.seen();
    }
    if (!situation.start().isEmpty()) {
      notes.begin();
      client
          .start(fields(situation))
          .thenCompose(stream -> speak(stream, situation.bytes()))
          .exceptionally(failure -> null);
    }
    Note end = notes.next(situation.quietSeconds());
    return end == null
        ? new Observation(Verdict.HEALTHY, Confidence.HIGH, notes.readyAfter(), "READY")
        : end.seen();
  }

  private static java.util.concurrent.CompletionStage<?> speak(VoiceStream stream, int bytes) {
    return bytes == 0
        ? java.util.concurrent.CompletableFuture.completedStage(null)
        : stream.send(ByteBuffer.allocate(bytes));
  }

  private static StartFields fields(Situation situation) {
    StartFields fields = StartFields.DEFAULT;
    String engine = situation.start().get("engineType");
    String token = situation.start().get("token");
    fields = engine == null ? fields : fields.engineType(engine);
    return token == null ? fields : fields.token(token);
  }

  /** The first notice gives the time, the end the verdict. */
  private static Observation refined(Note first, Notes notes) throws InterruptedException {
    Note end = notes.next(PATIENCE_SECONDS);
    while (end != null && end.what == What.NOTICE) {
      end = notes.next(PATIENCE_SECONDS);
    }
    if (end == null || end.what == What.READY) {
      return first.seen();
    }
    return new Observation(
        end.seen().verdict(), end.seen().confidence(), first.seconds, end.seen().evidence());
  }

  private enum What {
    READY,
    NOTICE,
    END
  }

  private record Note(What what, double seconds, VoiceProblem problem) {
    Observation seen() {
      return new Observation(
          problem.verdict(), problem.confidence(), seconds, problem.evidence().toString());
    }
  }

  private static final class Notes implements VoiceListener {
    private final BlockingQueue<Note> notes = new LinkedBlockingQueue<>();
    private volatile long begun;
    private volatile double ready;

    void begin() {
      begun = System.nanoTime();
    }

    Note next(int seconds) throws InterruptedException {
      return notes.poll(seconds, TimeUnit.SECONDS);
    }

    double readyAfter() {
      return ready;
    }

    private void note(What what, VoiceProblem problem) {
      notes.add(new Note(what, (System.nanoTime() - begun) / 1e9, problem));
    }

    @Override
    public void onReady(ServerMessage.Welcome welcome) {
      ready = (System.nanoTime() - begun) / 1e9;
      note(What.READY, null);
    }

    @Override
    public void onSilent(VoiceProblem problem) {
      note(What.NOTICE, problem);
    }

    @Override
    public void onProblem(VoiceProblem problem) {
      note(What.NOTICE, problem);
    }

    @Override
    public void onFinal(VoiceProblem problem) {
      note(What.END, problem);
    }
  }
}
