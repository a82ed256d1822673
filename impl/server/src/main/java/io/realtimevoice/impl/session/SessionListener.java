package io.realtimevoice.impl.session;

import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionResumed;
import io.realtimevoice.event.SessionStarted;

/** Told when sessions begin and end; must not throw. */
public interface SessionListener {

  /** A session has begun. */
  void started(SessionStarted event);

  /** A session goes on on a new connection. */
  void resumed(SessionResumed event);

  /** A session has ended, after its stream was closed. */
  void ended(SessionEnded event);
}
