package io.realtimevoice.it.client;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * A WebSocket client for tests: it keeps what arrives, and waits for what a test expects.
 *
 * <p>Every wait ends after {@link #PATIENCE}, by an {@link AssertionError} that tells all that had
 * arrived. One thread at a time may send; any may wait.
 */
public final class VoiceClient implements AutoCloseable {

  /** Far beyond what a busy machine needs, so that only a hang reaches it. */
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  // Each HttpClient has threads that end only with its garbage collection, so all clients share.
  private static final HttpClient HTTP = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  private final Inbox inbox;
  private final InboxListener listener;
  private final WebSocket socket;

  private VoiceClient(Inbox inbox, InboxListener listener, WebSocket socket) {
    this.inbox = inbox;
    this.listener = listener;
    this.socket = socket;
  }

  /**
   * Connects, and listens from the start.
   *
   * @param headers names and values of the handshake's headers, in turns
   * @throws WebSocketHandshakeException if the server refuses; it has the HTTP status
   * @throws IOException if no connection comes about
   */
  public static VoiceClient connect(URI uri, String... headers)
      throws IOException, InterruptedException {
    return connect(uri, Listening.always(), headers);
  }

  /**
   * Connects.
   *
   * @param headers names and values of the handshake's headers, in turns
   * @throws WebSocketHandshakeException if the server refuses; it has the HTTP status
   * @throws IOException if no connection comes about
   */
  public static VoiceClient connect(URI uri, Listening listening, String... headers)
      throws IOException, InterruptedException {
    WebSocket.Builder handshake = HTTP.newWebSocketBuilder().connectTimeout(PATIENCE);
    for (int i = 0; i < headers.length; i += 2) {
      handshake.header(headers[i], headers[i + 1]);
    }
    Inbox inbox = new Inbox();
    InboxListener listener = new InboxListener(inbox, listening);
    return new VoiceClient(inbox, listener, await(handshake.buildAsync(uri, listener)));
  }

  /** Sends a whole text message, and returns when the operating system has taken it. */
  public void sendText(String text) throws IOException, InterruptedException {
    await(socket.sendText(text, true));
  }

  /** Sends a whole text message, and returns when the operating system has taken it. */
  public void send(JsonObject message) throws IOException, InterruptedException {
    sendText(message.toString());
  }

  /** Sends a whole binary message, and returns when the operating system has taken it. */
  public void sendBinary(byte... bytes) throws IOException, InterruptedException {
    await(socket.sendBinary(ByteBuffer.wrap(bytes), true));
  }

  /**
   * Waits for the oldest message that matches and that no earlier wait has returned.
   *
   * @throws AssertionError if the connection ends first, or nothing comes within the patience
   */
  public Received await(Predicate<? super Received> wanted) throws InterruptedException {
    return inbox.claim(wanted, PATIENCE);
  }

  /** Waits, as {@link #await(Predicate)} does, for a JSON message of the given {@code type}. */
  public JsonObject awaitType(String type) throws InterruptedException {
    return ((Received.Text) await(message -> message.isOfType(type))).json();
  }

  /** Waits, as {@link #await(Predicate)} does, for a binary message. */
  public byte[] awaitBinary() throws InterruptedException {
    return ((Received.Binary) await(Received.Binary.class::isInstance)).bytes();
  }

  /** Waits for the end of the connection, whoever brings it about. */
  public Closed awaitClose() throws InterruptedException {
    return inbox.closed(PATIENCE);
  }

  /** Whether the connection has not ended, as far as the client knows. */
  public boolean isOpen() {
    return !socket.isInputClosed() && !socket.isOutputClosed();
  }

  /** The time since the open of the socket, on the clock of what arrives. */
  public Duration sinceOpen() {
    return listener.sinceOpen();
  }

  /** How many messages have arrived before the client has begun to look at them. */
  public int missed() {
    return listener.missed();
  }

  /** Everything that has arrived so far, whether a wait has returned it or not. */
  public List<Received> received() {
    return inbox.all();
  }

  /** Sends a close frame. The server's answer is {@link #awaitClose()}'s. */
  public void close(int code, String reason) throws IOException, InterruptedException {
    await(socket.sendClose(code, Objects.requireNonNull(reason)));
  }

  /** Ends the TCP connection without a close frame. */
  public void abort() {
    socket.abort();
  }

  /** Leaves nothing open, however far the conversation got. */
  @Override
  public void close() {
    socket.abort();
  }

  private static <T> T await(CompletableFuture<T> step) throws IOException, InterruptedException {
    try {
      return step.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException(e.getCause());
    } catch (TimeoutException e) {
      throw new AssertionError("The socket did not finish the step in " + PATIENCE, e);
    }
  }
}
