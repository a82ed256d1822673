package io.realtimevoice.it.client;

import java.io.ByteArrayOutputStream;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Fills an inbox from a socket, as far as the client listens. The socket calls it in order. */
final class InboxListener implements WebSocket.Listener {

  private final Inbox inbox;
  private final Listening listening;
  private final StringBuilder text = new StringBuilder();
  private final ByteArrayOutputStream binary = new ByteArrayOutputStream();
  private final AtomicInteger missed = new AtomicInteger();
  private volatile long openedAt;

  InboxListener(Inbox inbox, Listening listening) {
    this.inbox = inbox;
    this.listening = listening;
  }

  @Override
  public void onOpen(WebSocket socket) {
    openedAt = System.nanoTime();
    if (listening.reads()) {
      socket.request(1);
    }
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
    text.append(part);
    if (last) {
      keep(new Received.Text(sinceOpen(), text.toString()));
      text.setLength(0);
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onBinary(WebSocket socket, ByteBuffer part, boolean last) {
    byte[] bytes = new byte[part.remaining()];
    part.get(bytes);
    binary.writeBytes(bytes);
    if (last) {
      keep(new Received.Binary(sinceOpen(), ByteBuffer.wrap(binary.toByteArray())));
      binary.reset();
    }
    socket.request(1);
    return null;
  }

  @Override
  public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
    inbox.close(new Closed(sinceOpen(), code, reason));
    return null;
  }

  @Override
  public void onError(WebSocket socket, Throwable error) {
    inbox.close(new Closed(sinceOpen(), Closed.WITHOUT_CLOSE_FRAME, error.toString()));
  }

  private void keep(Received message) {
    if (message.sinceOpen().compareTo(listening.from()) >= 0) {
      inbox.add(message);
    } else {
      missed.incrementAndGet();
    }
  }

  int missed() {
    return missed.get();
  }

  Duration sinceOpen() {
    return Duration.ofNanos(System.nanoTime() - openedAt);
  }
}
