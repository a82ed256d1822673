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
  private static final int TRIES = 15;
  private static final Duration LIMIT = Duration.ofSeconds(15);

  private static final String QUESTION = "self-test";
  private static final String WELCOME = "\"welcome\"";
  private static final String ECHO = "\"echo\"";

  private final URI url;
  private final Scheduler scheduler;
  private final Connector connector;
  private int tries;

  /**
   * A check that has not begun.
   *
   * @param publicUrl of the application's context, or of its stream
   * @param scheduler whose threads connect
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
  public void begin() {
    scheduler.after(FIRST, this::attempt);
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
    tries++;
    try {
      connector.connect(new Visit(), url);
    } catch (DeploymentException | IOException | RuntimeException | LinkageError e) {
      if (tries < TRIES) {
        scheduler.after(PAUSE, this::attempt);
      } else {
        fails(ConnectFailure.of(e));
      }
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
    private @Nullable Session session;
    private long welcomed;
    private boolean over;

    @Override
    public synchronized void onOpen(Session opened, EndpointConfig config) {
      session = opened;
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
    public synchronized void onClose(Session closed, CloseReason reason) {
      if (!over) {
        end();
        fails(
            Finding.of(
                Verdict.CONNECTION_LOST,
                Confidence.MEDIUM,
                "closed with " + reason.getCloseCode().getCode()));
      }
    }

    private synchronized void tooLate() {
      if (!over) {
        end();
        fails(
            welcomed == 0
                ? Finding.of(
                    Verdict.SERVER_SILENT,
                    Confidence.HIGH,
                    "open, but no welcome in " + LIMIT.toSeconds() + " s")
                : Finding.of(
                    Verdict.HELLO_LOST_UPSTREAM,
                    Confidence.MEDIUM,
                    "a welcome, but no echo in " + LIMIT.toSeconds() + " s"));
      }
    }

    private void end() {
      over = true;
      if (limit != null) {
        limit.cancel();
      }
      Session open = session;
      if (open != null) {
        // Not in this call: it may be the container's, and a close can block.
        scheduler.execute(() -> close(open));
      }
    }

    private static void close(Session open) {
      try {
        open.close();
      } catch (IOException | IllegalStateException e) {
        // It is closed already.
      }
    }
  }
}
