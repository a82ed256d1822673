package io.realtimevoice.impl.session;

import io.realtimevoice.EndReason;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.protocol.CloseCode;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of an application, from their begin to their end. */
public final class Sessions {

  /** What a container reports for a close frame without a code (RFC 6455, section 7.1.5). */
  private static final int NO_CODE = 1005;

  private final Environment environment;
  private final Liveness liveness;
  private final Set<Conversation> open = ConcurrentHashMap.newKeySet();

  /**
   * No sessions yet.
   *
   * @param environment what all will have in common
   * @param liveness watches their deadlines
   */
  public Sessions(Environment environment, Liveness liveness) {
    this.environment = environment;
    this.liveness = liveness;
  }

  /**
   * Begins a session, which ends with its connection.
   *
   * @param connection a connection that was not refused
   * @param client whom it is with
   * @return takes what comes in
   */
  public Conversation begin(Connection connection, Client client) {
    Conversation conversation =
        new Conversation(UUID.randomUUID().toString(), connection, client, environment);
    open.add(conversation);
    liveness.watch(conversation);
    environment.listener().started(new SessionStarted(conversation.id(), connection.id()));
    connection.whenEnded(code -> end(conversation, reason(code)));
    return conversation;
  }

  /** How many there are. */
  public int size() {
    return open.size();
  }

  /** Ends all sessions, within the call unless the application's code holds one of them up. */
  public void shutDown() {
    for (Conversation each : open) {
      each.disconnected(EndReason.SHUTDOWN);
      forget(each);
    }
  }

  private void end(Conversation conversation, EndReason reason) {
    if (forget(conversation)) {
      // The application's close may block, and this may be the thread that watches all deadlines.
      environment.scheduler().execute(() -> conversation.disconnected(reason));
    }
  }

  private boolean forget(Conversation conversation) {
    liveness.forget(conversation);
    return open.remove(conversation);
  }

  private static EndReason reason(int code) {
    if (code == CloseCode.NORMAL.code() || code == CloseCode.GOING_AWAY.code() || code == NO_CODE) {
      return EndReason.COMPLETED;
    }
    return CloseCode.of(code)
        .map(ours -> ours == CloseCode.INTERNAL_ERROR ? EndReason.FAILED : EndReason.REFUSED)
        .orElse(EndReason.CONNECTION_LOST);
  }
}
