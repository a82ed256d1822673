package io.realtimevoice.client.doctor;

import io.realtimevoice.client.execution.SharedThreads;
import io.realtimevoice.client.network.Closes;
import io.realtimevoice.client.transport.Socket;
import io.realtimevoice.client.transport.SocketListener;
import io.realtimevoice.client.websocket.JakartaConnector;
import io.realtimevoice.client.websocket.Route;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.protocol.CloseCode;
import java.net.URI;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** A WebSocket on the same container as the client's, of which everything is heard in one place. */
final class Line implements SocketListener, AutoCloseable {

  /** Something that has happened. */
  sealed interface Event {}

  record Open(long at) implements Event {}

  record Text(long at, String text) implements Event {}

  record Binary(long at, ByteBuffer data) implements Event {}

  record Closed(long at, int code) implements Event {}

  record Failed(long at, Finding finding) implements Event {}

  private final Stopwatch watch = new Stopwatch();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final List<String> timeline = new ArrayList<>();
  private final AtomicReference<@Nullable Socket> socket = new AtomicReference<>();

  private final boolean origin;

  private Line(boolean origin) {
    this.origin = origin;
  }

  /** Begins to open one. */
  static Line to(URI uri, Trust trust, @Nullable String origin, int timeoutMs)
      throws GeneralSecurityException {
    SSLContext tls = "wss".equalsIgnoreCase(uri.getScheme()) ? trust.context() : null;
    Map<String, List<String>> headers =
        origin == null ? Map.of() : Map.of("Origin", List.of(origin));
    Route route = new Route(uri, tls, null, headers, timeoutMs, timeoutMs);
    Line line = new Line(origin != null);
    line.socket.set(JakartaConnector.onTyrus(route, SharedThreads.waiting()).connect(line));
    return line;
  }

  /** Milliseconds since it was begun. */
  long now() {
    return watch.millis();
  }

  /** The next that happens; null if nothing does until then. */
  @Nullable Event next(long until) throws InterruptedException {
    long left = Math.max(0, until - now());
    return events.poll(left, TimeUnit.MILLISECONDS);
  }

  /**
   * What its end means.
   *
   * @param closed the end
   * @param error the code of the server's last error; null for none
   * @param lastTraffic when something was sent or heard last
   */
  Finding ended(Closed closed, @Nullable String error, long lastTraffic) {
    return CloseCode.of(closed.code())
        .map(code -> Closes.finding(code, origin, error))
        .orElseGet(() -> Closes.loss("close code " + closed.code(), closed.at() - lastTraffic));
  }

  void send(String text) {
    Socket open = socket.get();
    if (open != null) {
      note("sent text");
      open.send(text, failure -> {});
    }
  }

  void send(ByteBuffer data) {
    Socket open = socket.get();
    if (open != null) {
      open.send(data, failure -> {});
    }
  }

  /** What has happened, for support. */
  List<String> timeline() {
    synchronized (timeline) {
      return List.copyOf(timeline);
    }
  }

  @Override
  public void onOpen() {
    note("open");
    events.add(new Open(now()));
  }

  @Override
  public void onText(String text) {
    note("text of " + text.length());
    events.add(new Text(now(), text));
  }

  @Override
  public void onBinary(ByteBuffer data) {
    events.add(new Binary(now(), data));
  }

  @Override
  public void onClose(int code, String reason) {
    note("closed " + code);
    events.add(new Closed(now(), code));
  }

  @Override
  public void onFailure(Finding finding, long retryAfterMs) {
    note("failed " + finding.verdict());
    events.add(new Failed(now(), finding));
  }

  @Override
  public void close() {
    Socket open = socket.get();
    if (open != null) {
      note("close");
      open.close(CloseCode.NORMAL.code(), "");
    }
  }

  private void note(String what) {
    synchronized (timeline) {
      timeline.add(now() + " " + what);
    }
  }
}
