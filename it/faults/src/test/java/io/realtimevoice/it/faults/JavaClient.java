package io.realtimevoice.it.faults;

import io.realtimevoice.client.StartFields;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceListener;
import io.realtimevoice.client.VoiceProblem;
import io.realtimevoice.client.VoiceStream;
import io.realtimevoice.it.faults.Note.What;
import io.realtimevoice.protocol.ServerMessage;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** The Java client. */
final class JavaClient implements ObservedClient, VoiceListener {

  private final BlockingQueue<Note> notes = new LinkedBlockingQueue<>();
  private final VoiceClient client;
  private volatile long begun;

  private JavaClient(SSLContext trust, Situation situation) {
    client =
        VoiceClient.builder(situation.url()).sslContext(trust).maxRetries(0).listener(this).build();
  }

  /** Trusts certificates. */
  static ClientObserver.Connecting trusting(SSLContext trust) {
    return situation -> {
      JavaClient made = new JavaClient(trust, situation);
      made.begin();
      made.client.connect().exceptionally(failure -> null);
      return made;
    };
  }

  @Override
  public void begin() {
    begun = System.nanoTime();
  }

  @Override
  public void speak(Map<String, String> start, int bytes) {
    client
        .start(fields(start))
        .thenCompose(stream -> send(stream, bytes))
        .exceptionally(failure -> null);
  }

  private static CompletionStage<?> send(VoiceStream stream, int bytes) {
    return bytes == 0
        ? CompletableFuture.completedStage(null)
        : stream.send(ByteBuffer.allocate(bytes));
  }

  private static StartFields fields(Map<String, String> start) {
    StartFields fields = StartFields.DEFAULT;
    String engine = start.get("engineType");
    String token = start.get("token");
    fields = engine == null ? fields : fields.engineType(engine);
    return token == null ? fields : fields.token(token);
  }

  @Override
  public Note next(int seconds) throws InterruptedException {
    return notes.poll(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void onReady(ServerMessage.Welcome welcome) {
    notes.add(Note.ready(seconds()));
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

  private void note(What what, VoiceProblem problem) {
    String evidence = String.join("; ", problem.evidence());
    notes.add(new Note(what, seconds(), problem.verdict(), problem.confidence(), evidence));
  }

  private double seconds() {
    return (System.nanoTime() - begun) / 1e9;
  }

  @Override
  public void close() {
    client.close();
  }
}
