package io.realtimevoice.impl.diagnosis;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.impl.connection.Scheduler;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.Protocol;
import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The application checks the way to itself after its deployment: through its public URL to the
 * self-test's endpoint, which welcomes and sends everything back. The outcome goes to the log and
 * nowhere else.
 */
public final class PathCheck {

  /** Connects as a client. */
  @FunctionalInterface
  interface Connector {
    /** Returns when the connection is open. */
    void connect(Endpoint endpoint, URI url) throws DeploymentException, IOException;
  }

  /** A server lets nobody in before the whole application is deployed. */
  private static final Duration FIRST = Duration.ofSeconds(1);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  /** How long it is tried again. */
  private static final long PATIENCE = Duration.ofSeconds(28).toNanos();

  /** For a handshake: not every container has a limit of its own. */
  private static final Duration HANDSHAKE = Duration.ofSeconds(10);

  private static final Duration LIMIT = Duration.ofSeconds(15);

  private static final String QUESTION = "self-test";
  private static final String WELCOME = "\"welcome\"";
  private static final String ECHO = "\"echo\"";

  private final URI url;
  private final Scheduler scheduler;
  private final Connector connector;
  private long begun;
  private boolean stopped;
  private Scheduler.@Nullable Timer pause;
  private @Nullable Visit visit;

  /**
   * A check that has not begun.
   *
   * @param publicUrl of the application's context, or of its stream
   * @param scheduler whose threads for what may wait connect
   */
  public PathCheck(URI publicUrl, Scheduler scheduler) {
    this(publicUrl, scheduler, PathCheck::connect);
  }

  PathCheck(URI publicUrl, Scheduler scheduler, Connector connector) {
    this.url = test(publicUrl);
    this.scheduler = scheduler;
    this.connector = connector;
  }

  /** Begins, and returns at once. */
  public synchronized void begin() {
    begun = scheduler.nanoTime();
    next(FIRST);
  }

  /** Ends it, whatever it is at: no thread stays with it. */
  public void stop() {
    Visit current;
    synchronized (this) {
      stopped = true;
      if (pause != null) {
        pause.cancel();
      }
      current = visit;
    }
    if (current != null) {
      current.leave();
    }
  }

  private synchronized void next(Duration delay) {
    if (!stopped) {
      pause = scheduler.after(delay, () -> scheduler.perform(this::attempt));
    }
  }

  private static URI test(URI publicUrl) {
    String path = publicUrl.getRawPath() == null ? "" : publicUrl.getRawPath();
    String context =
        path.replaceFirst("(" + Protocol.STREAM_PATH + "|" + Protocol.TEST_PATH + ")?/*$", "");
    return publicUrl.resolve(context + Protocol.TEST_PATH);
  }

  private static void connect(Endpoint endpoint, URI url) throws DeploymentException, IOException {
    ContainerProvider.getWebSocketContainer()
        .connectToServer(endpoint, ClientEndpointConfig.Builder.create().build(), url);
  }

  private void attempt() {
    Visit begins = new Visit();
    synchronized (this) {
      if (stopped) {
        return;
      }
      visit = begins;
    }
    begins.connect();
  }

  private void again(Finding why) {
    if (scheduler.nanoTime() - begun < PATIENCE) {
      next(PAUSE);
    } else {
      fails(why);
    }
  }

  private void fails(Finding finding) {
    Verdict verdict = finding.verdict();
    Message.PATH_FAILS.log(
        url,
        verdict,
        String.join("; ", finding.evidence()),
        verdict.title(Locale.ENGLISH),
        verdict.advice(Locale.ENGLISH));
  }

  /** One connection: a welcome, a message, and its echo. */
  private final class Visit extends Endpoint implements MessageHandler.Whole<String> {

    private final long begun = scheduler.nanoTime();
    private Scheduler.@Nullable Timer limit;
    private @Nullable Thread waiting;
    private @Nullable Session session;
    private long welcomed;
    private boolean interrupted;
    private boolean over;

    /** Waits, on a thread for that, and no longer than for a handshake. */
    void connect() {
      synchronized (this) {
        waiting = Thread.currentThread();
        limit = scheduler.after(HANDSHAKE, this::hangs);
      }
      try {
        connector.connect(this, url);
        returned();
      } catch (DeploymentException | IOException | RuntimeException | LinkageError e) {
        returned();
        if (end()) {
          again(ConnectFailure.of(e, isSecure()));
        }
      }
    }

    /** The thread is the container's again, and not to be interrupted. */
    private synchronized void returned() {
      waiting = null;
      if (interrupted && Thread.interrupted()) {
        interrupted = false;
      }
    }

    private void hangs() {
      if (leave()) {
        again(
            Finding.of(
                Verdict.HANDSHAKE_TIMED_OUT,
                Confidence.MEDIUM,
                "no handshake in " + HANDSHAKE.toSeconds() + " s"));
      }
    }

    /** Ends it from without; false if it had ended. */
    synchronized boolean leave() {
      boolean first = end();
      if (waiting != null) {
        interrupted = true;
        waiting.interrupt();
      }
      return first;
    }

    @Override
    public synchronized void onOpen(Session opened, EndpointConfig config) {
      session = opened;
      if (over) {
        close(opened);
        return;
      }
      if (limit != null) {
        limit.cancel();
      }
      limit = scheduler.after(LIMIT, this::tooLate);
      opened.addMessageHandler(String.class, this);
    }

    @Override
    public synchronized void onMessage(String text) {
      if (over || session == null) {
        return;
      }
      if (welcomed == 0 && text.contains(WELCOME)) {
        welcomed = scheduler.nanoTime();
        // Whether it was sent is not asked: only the echo counts.
        session.getAsyncRemote().sendText(QUESTION, result -> {});
      } else if (text.contains(ECHO) && text.contains(QUESTION)) {
        long now = scheduler.nanoTime();
        end();
        Message.PATH_WORKS.log(
            url,
            TimeUnit.NANOSECONDS.toMillis(welcomed - begun),
            TimeUnit.NANOSECONDS.toMillis(now - welcomed));
      }
    }

    @Override
    public void onClose(Session closed, CloseReason reason) {
      if (end()) {
        fails(
            Finding.of(
                Verdict.CONNECTION_LOST,
                Confidence.MEDIUM,
                "closed with " + reason.getCloseCode().getCode()));
      }
    }

    private void tooLate() {
      if (end()) {
        fails(
            isWelcomed()
                ? Finding.of(
                    Verdict.HELLO_LOST_UPSTREAM,
                    Confidence.MEDIUM,
                    "a welcome, but no echo in " + LIMIT.toSeconds() + " s")
                : Finding.of(
                    Verdict.SERVER_SILENT,
                    Confidence.HIGH,
                    "open, but no welcome in " + LIMIT.toSeconds() + " s"));
      }
    }

    private synchronized boolean isWelcomed() {
      return welcomed != 0;
    }

    /** False if it had ended. */
    private synchronized boolean end() {
      if (over) {
        return false;
      }
      over = true;
      if (limit != null) {
        limit.cancel();
      }
      if (session != null) {
        close(session);
      }
      return true;
    }

    /** Not in this call: it may be the container's, and a close can block. */
    private void close(Session open) {
      scheduler.perform(
          () -> {
            try {
              open.close();
            } catch (IOException | IllegalStateException e) {
              // It is closed already.
            }
          });
    }
  }

  private boolean isSecure() {
    return "wss".equalsIgnoreCase(url.getScheme());
  }
}
