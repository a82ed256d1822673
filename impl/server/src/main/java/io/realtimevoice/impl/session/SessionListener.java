package io.realtimevoice.impl.session;

import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionResumed;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.protocol.ClientMessage;
import org.jspecify.annotations.Nullable;

/** Told when sessions begin and end; must not throw. */
public interface SessionListener {

  /** A session has begun. */
  void started(SessionStarted event);

  /** A session goes on on a new connection. */
  void resumed(SessionResumed event);

  /** A client has said {@code hello}; the nonce is what it gave, if it gave one. */
  default void greeted(String connectionId, @Nullable String nonce) {}

  /** A client asks for a stream. */
  default void starting(String connectionId) {}

  /** A stream is open. */
  default void ready(String connectionId) {}

  /** A client reports what it saw of an earlier connection. */
  default void reported(String connectionId, ClientMessage.Report report) {}

  /** A session has ended, after its stream was closed. */
  void ended(SessionEnded event);
}
