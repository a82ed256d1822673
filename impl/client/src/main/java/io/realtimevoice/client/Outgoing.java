package io.realtimevoice.client;

import io.realtimevoice.client.transport.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What leaves one connection: in order, with one message in the transport at a time. */
final class Outgoing {

  private static final class Message {
    private final @Nullable String text;
    private final @Nullable ByteBuffer data;
    private final CompletableFuture<Void> sent;

    Message(@Nullable String text, @Nullable ByteBuffer data, CompletableFuture<Void> sent) {
      this.text = text;
      this.data = data;
      this.sent = sent;
    }
  }

  private final Socket socket;
  private final Runnable whenSent;
  private final Consumer<Throwable> whenFailed;
  private final Queue<Message> waiting = new ArrayDeque<>();
  private @Nullable Message inFlight;
  private boolean draining;
  private boolean over;

  Outgoing(Socket socket, Runnable whenSent, Consumer<Throwable> whenFailed) {
    this.socket = socket;
    this.whenSent = whenSent;
    this.whenFailed = whenFailed;
  }

  void text(String text, CompletableFuture<Void> sent) {
    add(new Message(text, null, sent));
  }

  void binary(ByteBuffer data, CompletableFuture<Void> sent) {
    add(new Message(null, data, sent));
  }

  /** Nothing leaves any more; what waits fails. */
  void end(Throwable why) {
    over = true;
    Message current = inFlight;
    inFlight = null;
    if (current != null) {
      current.sent.completeExceptionally(why);
    }
    for (Message each = waiting.poll(); each != null; each = waiting.poll()) {
      each.sent.completeExceptionally(why);
    }
  }

  private void add(Message message) {
    waiting.add(message);
    drain();
  }

  /** A loop, because a transport may complete a send within it. */
  private void drain() {
    if (draining) {
      return;
    }
    draining = true;
    while (!over && inFlight == null && !waiting.isEmpty()) {
      Message next = waiting.remove();
      inFlight = next;
      send(next);
    }
    draining = false;
  }

  private void send(Message message) {
    Socket.Completion completion = failure -> completed(message, failure);
    if (message.text != null) {
      socket.send(message.text, completion);
    } else if (message.data != null) {
      socket.send(message.data, completion);
    }
  }

  private void completed(Message message, @Nullable Throwable failure) {
    if (inFlight != message) {
      return;
    }
    if (failure != null) {
      whenFailed.accept(failure);
      return;
    }
    inFlight = null;
    whenSent.run();
    message.sent.complete(null);
    drain();
  }
}
