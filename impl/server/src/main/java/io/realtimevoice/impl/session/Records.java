package io.realtimevoice.impl.session;

import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.store.StoredSession;
import io.realtimevoice.impl.store.StoredSessionCodec;
import io.realtimevoice.spi.SessionStore;
import io.realtimevoice.spi.SessionStoreException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the store knows of the sessions of this node whose clients are away: enough for any node to
 * tell that such a session lives, and where. A store that fails costs that knowledge, and no
 * session of this node. Called on managed threads.
 */
final class Records {

  private final SessionStore store;
  private final String node;
  private final Map<String, SessionStore.Lease> leases = new ConcurrentHashMap<>();

  /** In a store, under the name of this node. */
  Records(SessionStore store, String node) {
    this.store = store;
    this.node = node;
  }

  String node() {
    return node;
  }

  /** A client is away, and is waited for. */
  void keep(StoredSession session, Duration window) {
    try {
      Optional<SessionStore.Lease> lease = store.acquire(session.sessionId(), node, window);
      lease.ifPresent(
          granted -> {
            leases.put(session.sessionId(), granted);
            store.put(granted, SessionStore.ABSENT, StoredSessionCodec.encode(session), window);
          });
    } catch (SessionStoreException e) {
      Message.STORE_FAILED.log(e);
    }
  }

  /** The client is back, or is waited for no longer. */
  void forget(String sessionId) {
    SessionStore.Lease lease = leases.remove(sessionId);
    if (lease != null) {
      try {
        store.remove(lease);
        store.release(lease);
      } catch (SessionStoreException e) {
        Message.STORE_FAILED.log(e);
      }
    }
  }

  /** Which other node has a session. */
  Optional<String> elsewhere(String sessionId) {
    if (sessionId.isEmpty() || sessionId.length() > SessionStore.MAX_NAME_LENGTH) {
      return Optional.empty();
    }
    try {
      return store
          .find(sessionId)
          .flatMap(entry -> StoredSessionCodec.decode(entry.value()))
          .map(StoredSession::node)
          .filter(owner -> !owner.equals(node));
    } catch (SessionStoreException e) {
      Message.STORE_FAILED.log(e);
      return Optional.empty();
    }
  }
}
