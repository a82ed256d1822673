package io.realtimevoice.impl.session;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The sessions that never had a stream and whose clients are away. A client of such a session loses
 * no more than what it was about to send, and begins another one; so there is a bound to them,
 * which those that connect and break off by the thousand cannot pass. Used by any number of
 * threads.
 */
final class Waiting {

  private final int most;
  private final Set<Conversation> sessions = new LinkedHashSet<>();

  /** Nobody waits. */
  Waiting(int most) {
    this.most = most;
  }

  /** One more waits; gives the one that has waited longest if that is one too many. */
  synchronized Optional<Conversation> add(Conversation session) {
    sessions.add(session);
    if (sessions.size() <= most) {
      return Optional.empty();
    }
    Iterator<Conversation> oldest = sessions.iterator();
    Conversation givenUp = oldest.next();
    oldest.remove();
    return Optional.of(givenUp);
  }

  synchronized void remove(Conversation session) {
    sessions.remove(session);
  }
}
