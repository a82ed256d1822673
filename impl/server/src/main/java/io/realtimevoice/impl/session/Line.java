package io.realtimevoice.impl.session;

import io.realtimevoice.EndReason;
import io.realtimevoice.impl.codec.BadMessageException;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.text.Texts;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.CloseCode;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.protocol.ServerMessage;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client: what comes in goes to the session that the connection has now. That
 * is one of its own, until the client resumes an older one.
 *
 * <p>Audio in binary messages goes straight on, on the container's thread: no copy, no allocation.
 */
public final class Line {

  /** What a container reports for a close frame without a code (RFC 6455, section 7.1.5). */
  private static final int NO_CODE = 1005;

  /**
   * The codes of a client that leaves: normal, none. Not 1001, which Tyrus also reports for a
   * connection that was reset.
   */
  private static final Set<Integer> LEFT = Set.of(1000, NO_CODE);

  /** A client tells of the last connections that it lost, when it has one again. */
  private static final int MOST_REPORTS = 3;

  private final Connection connection;
  private final Client client;
  private final Environment environment;
  private final Sessions sessions;
  private final long number;
  private volatile Conversation session;
  private volatile boolean greeted;
  private boolean spoken;
  private boolean resumed;
  private int reports;

  Line(Connection connection, Client client, Environment environment, Sessions sessions) {
    this.connection = connection;
    this.client = client;
    this.environment = environment;
    this.sessions = sessions;
    this.number = sessions.nextLine();
    this.session = new Conversation(connection, client, environment, sessions.house());
    session.begin(this);
    connection.signals(new Signals());
  }

  /**
   * The session that the connection has now.
   *
   * @return another one after a resume
   */
  public Conversation session() {
    return session;
  }

  /** Later connections have higher ones. */
  long number() {
    return number;
  }

  Connection connection() {
    return connection;
  }

  Client client() {
    return client;
  }

  /** Whether the client speaks first, too, and so knows acknowledgements and heartbeats. */
  boolean greeted() {
    return greeted;
  }

  /** Whether the client may come back after an end with a code. */
  boolean isResumable(int code) {
    return greeted
        && !LEFT.contains(code)
        && CloseCode.of(code).map(CloseCode::resumable).orElse(true);
  }

  /** From here on, what comes in goes to an older session. */
  void joins(Conversation older) {
    Conversation own = session;
    session = older;
    own.end(EndReason.RESUMED);
    endsWith(older);
  }

  /** A session learns of the connection's end, also of one that has come before this call. */
  void endsWith(Conversation told) {
    connection.whenEnded(code -> told.left(this, reason(code), isResumable(code)));
  }

  private static EndReason reason(int code) {
    if (code == CloseCode.NORMAL.code() || code == CloseCode.GOING_AWAY.code() || code == NO_CODE) {
      return EndReason.COMPLETED;
    }
    return CloseCode.of(code)
        .map(
            ours ->
                switch (ours) {
                  case INTERNAL_ERROR -> EndReason.FAILED;
                  case HEARTBEAT_LOST -> EndReason.CONNECTION_LOST;
                  default -> EndReason.REFUSED;
                })
        .orElse(EndReason.CONNECTION_LOST);
  }

  /** The same for whatever reason: nobody shall learn whether there is such a session. */
  void refuseResume(String why) {
    Message.RESUME_REFUSED.log(connection.id(), why);
    refuse(ErrorCode.RESUME_LOST, "", null);
  }

  /** Tells a fatal error, and closes. */
  void refuse(ErrorCode code, String subject, @Nullable Long received) {
    Message.CLIENT_ERROR.log(connection.id(), code, subject);
    connection.telling(code);
    CloseCode close = code.close().orElseThrow();
    String text = Texts.in(session.locale()).error(code, subject);
    connection.send(
        environment
            .codec()
            .encode(new ServerMessage.ErrorMessage(code, text, close.retryAfter(), received)));
    connection.close(close);
  }

  /**
   * A text message has come.
   *
   * @param text the whole message
   */
  public void text(String text) {
    connection.receivedText(text.length());
    if (!connection.isOpen()) {
      return;
    }
    int longest = environment.limits().maxTextChars();
    if (text.length() > longest) {
      session.wrong(this, new Problem(ErrorCode.TOO_BIG, Integer.toString(longest)));
    } else if (connection.backlogged()) {
      session.flooded(this);
    } else {
      try {
        received(environment.codec().decode(text), text.length());
      } catch (BadMessageException e) {
        session.wrong(this, new Problem(e.code(), e.subject()));
      }
    }
  }

  /**
   * A binary message has come.
   *
   * @param data the whole message; not used after this call
   */
  public void audio(ByteBuffer data) {
    connection.receivedBinary(data.remaining());
    spoken = true;
    int longest = environment.limits().maxBinaryBytes();
    if (data.remaining() > longest) {
      session.wrong(this, new Problem(ErrorCode.TOO_BIG, Integer.toString(longest)));
    } else {
      session.audio(this, data);
    }
  }

  /**
   * The channel itself has failed in a message of this connection.
   *
   * @param cause what was thrown
   */
  public void broken(Throwable cause) {
    session.broken(cause);
  }

  private void received(ClientMessage message, int chars) {
    if (message instanceof ClientMessage.Resume resume) {
      resume(resume);
    } else if (message instanceof ClientMessage.Report report) {
      report(report);
    } else {
      spoken |= message.isReliable();
      if (message instanceof ClientMessage.Audio) {
        connection.receivedAudio();
      }
      session.received(this, message, chars);
      if (message instanceof ClientMessage.Hello hello) {
        environment.listener().greeted(connection.id(), hello.nonce());
        if (!greeted) {
          greeted = true;
          sessions.greeted(session);
        }
      }
    }
  }

  private void resume(ClientMessage.Resume resume) {
    if (resumed) {
      Message.RESUME_REFUSED.log(connection.id(), "the second one on this connection");
      session.flooded(this);
    } else if (spoken) {
      Message.RESUME_REFUSED.log(connection.id(), "the connection has begun something else");
      session.wrong(this, new Problem(ErrorCode.ALREADY_STARTED, ""));
    } else {
      resumed = true;
      greeted = true;
      // The welcome that answers the hello leaves before anything of the older session.
      session.behind(this, () -> sessions.resume(this, resume));
    }
  }

  private void report(ClientMessage.Report report) {
    if (reports < MOST_REPORTS) {
      reports++;
      if (report.verdict() != null) {
        Message.CLIENT_REPORT.log(connection.id(), report.verdict());
      }
      environment.listener().reported(connection.id(), report);
    }
  }

  private final class Signals implements Connection.Signals {

    @Override
    public void ask() {
      if (greeted) {
        connection.send(
            environment
                .codec()
                .encode(
                    new ServerMessage.Heartbeat(
                        session.received(), InstantSource.system().millis())));
      } else {
        connection.ping();
      }
    }

    @Override
    public @Nullable String gap(long bytes) {
      return greeted ? environment.codec().encode(new ServerMessage.Gap(bytes)) : null;
    }
  }
}
