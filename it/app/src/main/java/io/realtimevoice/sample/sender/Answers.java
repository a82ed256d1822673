package io.realtimevoice.sample.sender;

import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.PrintStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Prints what the server sends, each with its time, and knows how far the session got. */
final class Answers implements WebSocket.Listener {

  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final PrintStream out;
  private final Jsonb jsonb = JsonbBuilder.create();
  private final long begun = System.nanoTime();
  private final StringBuilder text = new StringBuilder();
  private final CompletableFuture<Void> welcome = new CompletableFuture<>();
  private final CompletableFuture<Void> ready = new CompletableFuture<>();
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final CompletableFuture<Void> over = new CompletableFuture<>();
  private int played;

  Answers(PrintStream out) {
    this.out = out;
  }

  boolean awaitWelcome() throws InterruptedException {
    return await(welcome, "no welcome");
  }

  boolean awaitReady() throws InterruptedException {
    return await(ready, "not ready");
  }

  boolean awaitStopped() throws InterruptedException {
    return await(stopped, "not stopped");
  }

  boolean goingOn() {
    return !over.isDone();
  }

  @Override
  public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      String message = text.toString();
      text.setLength(0);
      print(message);
      note(message);
    }
    socket.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletionStage<?> onBinary(WebSocket socket, ByteBuffer data, boolean last) {
    played += data.remaining();
    if (last) {
      print("(audio, " + played + " bytes)");
      played = 0;
    }
    socket.request(1);
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    print("(closed with " + code + " " + reason + ")");
    over.complete(null);
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    print("(connection lost: " + error.getMessage() + ")");
    over.complete(null);
  }

  private void note(String message) {
    switch (jsonb.fromJson(message, JsonObject.class).getString("type", "")) {
      case "welcome" -> welcome.complete(null);
      case "ready" -> ready.complete(null);
      case "stopped" -> stopped.complete(null);
      case "error" -> over.complete(null);
      default -> {}
    }
  }

  private boolean await(CompletableFuture<Void> step, String otherwise)
      throws InterruptedException {
    try {
      CompletableFuture.anyOf(step, over).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      print("(" + otherwise + " in " + PATIENCE.toSeconds() + " s)");
    }
    return step.isDone();
  }

  private void print(String line) {
    out.printf("%8.3f s  %s%n", (System.nanoTime() - begun) / 1e9, line);
  }
}
