package io.realtimevoice.client;

import io.realtimevoice.client.execution.SharedThreads;
import io.realtimevoice.client.http.HttpInquiry;
import io.realtimevoice.client.network.DiagnosticsUrl;
import io.realtimevoice.client.transport.Connector;
import io.realtimevoice.client.transport.Inquiry;
import io.realtimevoice.client.websocket.HttpProxy;
import io.realtimevoice.client.websocket.JakartaConnector;
import io.realtimevoice.client.websocket.Route;
import jakarta.websocket.WebSocketContainer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** Describes a {@link VoiceClient}. Not for several threads at a time. */
public final class VoiceClientBuilder {

  /** How long a client may take to find out why there was no answer, in milliseconds. */
  private static final long MAX_LOOK_MS = 1_000;

  private static final int LOOK_PART = 5;

  private final URI uri;
  private final Map<String, List<String>> headers = new LinkedHashMap<>();
  private VoiceListener listener = new VoiceListener() {};
  private Locale locale = Locale.getDefault();
  private @Nullable SSLContext tls;
  private @Nullable HttpProxy proxy;
  private @Nullable WebSocketContainer container;
  private @Nullable ScheduledExecutorService working;
  private @Nullable Executor waiting;
  private long welcomeTimeoutMs = 15_000;
  private long silenceMs = 4_000;
  private List<Long> helloRepeatMs = List.of(800L, 1_600L, 3_200L);
  private int maxRetries = 3;
  private long retryDelayMs = 2_000;
  private long maxRetryDelayMs = 20_000;
  private long stableMs = 5_000;
  private int timelineSize = 500;
  private int maxQueuedAudio = 960_000;
  private boolean audioAsText;

  VoiceClientBuilder(URI uri) {
    this.uri = uri;
  }

  /**
   * Who is told what happens.
   *
   * @param listener nobody by default
   * @return this
   */
  public VoiceClientBuilder listener(VoiceListener listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
    return this;
  }

  /**
   * The user's language, for the texts of the client and of the server.
   *
   * @param locale the JVM's by default
   * @return this
   */
  public VoiceClientBuilder locale(Locale locale) {
    this.locale = Objects.requireNonNull(locale, "locale");
    return this;
  }

  /**
   * A header of the handshake, such as {@code Authorization}.
   *
   * @param name of the header; one that was given before is replaced
   * @param value never logged
   * @return this
   */
  public VoiceClientBuilder header(String name, String value) {
    headers.put(name, List.of(value));
    return this;
  }

  /**
   * What {@code wss} trusts, and how this client identifies itself.
   *
   * @param context the JVM's by default
   * @return this
   */
  public VoiceClientBuilder sslContext(SSLContext context) {
    this.tls = context;
    return this;
  }

  /**
   * An HTTP proxy to go through, by {@code CONNECT}. By default the JVM's {@code ProxySelector}
   * says which.
   *
   * @param host its name or address
   * @param port its port
   * @return this
   */
  public VoiceClientBuilder proxy(String host, int port) {
    this.proxy = new HttpProxy(host, port, null);
    return this;
  }

  /**
   * An HTTP proxy that asks for a name and a password.
   *
   * @param host its name or address
   * @param port its port
   * @param user without a colon
   * @param password never logged
   * @return this
   */
  public VoiceClientBuilder proxy(String host, int port, String user, String password) {
    this.proxy = new HttpProxy(host, port, HttpProxy.basic(user, password));
    return this;
  }

  /**
   * A container of the Jakarta WebSocket client API in place of Tyrus. Its own settings say how a
   * proxy is found; refusals come without their HTTP status.
   *
   * @param container used for all connections of this client
   * @return this
   */
  public VoiceClientBuilder container(WebSocketContainer container) {
    this.container = Objects.requireNonNull(container, "container");
    return this;
  }

  /**
   * The threads on which everything happens; neither executor is shut down by the client.
   *
   * @param working for listeners, stages and timers
   * @param waiting for what waits: handshakes, closes, the reading of audio. A source that has no
   *     audio keeps a thread for as long, so it must have more threads than there are sources, or
   *     grow: a handshake that finds none in {@link #welcomeTimeout} fails with {@code
   *     CONNECT_FAILED}
   * @return this
   */
  public VoiceClientBuilder executors(ScheduledExecutorService working, Executor waiting) {
    this.working = Objects.requireNonNull(working, "working");
    this.waiting = Objects.requireNonNull(waiting, "waiting");
    return this;
  }

  /**
   * How long one connection may take from the beginning of its handshake to READY, and how long it
   * may wait for a thread before that.
   *
   * @param timeout 15 s by default
   * @return this
   */
  public VoiceClientBuilder welcomeTimeout(Duration timeout) {
    this.welcomeTimeoutMs = millis(timeout);
    return this;
  }

  /**
   * After which an open connection that is not READY counts as silent, and is replaced.
   *
   * @param silence 4 s by default
   * @return this
   */
  public VoiceClientBuilder silence(Duration silence) {
    this.silenceMs = millis(silence);
    return this;
  }

  /**
   * When the hello is said again, from the open on.
   *
   * @param times 0.8, 1.6 and 3.2 s by default
   * @return this
   */
  public VoiceClientBuilder helloRepeat(Duration... times) {
    this.helloRepeatMs = Stream.of(times).map(VoiceClientBuilder::millis).toList();
    return this;
  }

  /**
   * How many new connections are tried, one after the other, before the client gives up. For a
   * stream that is open as many as the server waits for, but none if this is 0.
   *
   * @param retries 3 by default; 0 for none
   * @return this
   */
  public VoiceClientBuilder maxRetries(int retries) {
    this.maxRetries = notNegative(retries);
    return this;
  }

  /**
   * How long to wait before each of the first three retries, give or take a quarter; from the
   * fourth on it doubles.
   *
   * @param delay 2 s by default
   * @param longest 20 s by default
   * @return this
   */
  public VoiceClientBuilder retryDelay(Duration delay, Duration longest) {
    this.retryDelayMs = millis(delay);
    this.maxRetryDelayMs = millis(longest);
    return this;
  }

  /**
   * How long the client must be READY until its retries are counted from 0 again.
   *
   * @param time 5 s by default
   * @return this
   */
  public VoiceClientBuilder stable(Duration time) {
    this.stableMs = millis(time);
    return this;
  }

  /**
   * How many entries the timeline keeps.
   *
   * @param entries 500 by default
   * @return this
   */
  public VoiceClientBuilder timelineSize(int entries) {
    this.timelineSize = notNegative(entries);
    return this;
  }

  /**
   * How much audio of a stream is kept, until the server has acknowledged it, before more of it is
   * left out. It is what a lost connection does not cost.
   *
   * @param bytes 960,000 by default, half a minute of PCM at 16 kHz
   * @return this
   */
  public VoiceClientBuilder maxQueuedAudio(int bytes) {
    this.maxQueuedAudio = notNegative(bytes);
    return this;
  }

  /**
   * Sends audio as base64 in JSON messages, for a path on which binary messages do not pass.
   *
   * @return this
   */
  public VoiceClientBuilder audioAsText() {
    this.audioAsText = true;
    return this;
  }

  /**
   * The client.
   *
   * @return CLOSED
   * @throws IllegalArgumentException if a proxy was given to a container that is not the client's
   *     own
   */
  public VoiceClient build() {
    if (container != null && proxy != null) {
      throw new IllegalArgumentException("set the proxy in the settings of the container given");
    }
    Executor forWaiting = waiting == null ? SharedThreads.waiting() : waiting;
    return new VoiceClient(
        uri,
        settings(),
        listener,
        working == null ? SharedThreads.working() : working,
        waiting == null ? SharedThreads.reading() : waiting,
        connector(forWaiting),
        inquiry(forWaiting));
  }

  private Connector connector(Executor forWaiting) {
    // Tyrus closes by itself what it has opened, and there is time for a second look.
    long lookMs = Math.min(MAX_LOOK_MS, welcomeTimeoutMs / LOOK_PART);
    int handshakeMs = (int) Math.min(Integer.MAX_VALUE, welcomeTimeoutMs - lookMs * 3 / 2);
    Route route = new Route(uri, tls, proxy, Map.copyOf(headers), handshakeMs, (int) lookMs);
    return container == null
        ? JakartaConnector.onTyrus(route, forWaiting)
        : JakartaConnector.on(route, container, forWaiting);
  }

  private Inquiry inquiry(Executor forWaiting) {
    InetSocketAddress through =
        proxy == null ? null : new InetSocketAddress(proxy.host(), proxy.port());
    Duration timeout = Duration.ofMillis(Math.max(1, silenceMs * 3 / 8));
    return DiagnosticsUrl.of(uri)
        .<Inquiry>map(base -> new HttpInquiry(base, tls, through, timeout, forWaiting))
        .orElse(Inquiry.NONE);
  }

  private Settings settings() {
    return new Settings(
        welcomeTimeoutMs,
        silenceMs,
        helloRepeatMs,
        maxRetries,
        retryDelayMs,
        maxRetryDelayMs,
        stableMs,
        timelineSize,
        maxQueuedAudio,
        audioAsText,
        locale);
  }

  private static long millis(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("a time must not be negative: " + time);
    }
    return time.toMillis();
  }

  private static int notNegative(int number) {
    if (number < 0) {
      throw new IllegalArgumentException("must not be negative: " + number);
    }
    return number;
  }
}
