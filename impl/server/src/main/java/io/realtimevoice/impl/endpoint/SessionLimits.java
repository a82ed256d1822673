package io.realtimevoice.impl.endpoint;

import io.realtimevoice.impl.config.Settings;
import io.realtimevoice.impl.session.Conversation;
import jakarta.websocket.Session;

/**
 * The container's own limits on a session: beyond ours, so that a message that is a little too long
 * is answered by us, and near enough that one that is far too long never fills the memory.
 */
final class SessionLimits {

  /** A character of a text message takes up to three bytes of UTF-8, which some servers count. */
  private static final int BYTES_A_CHARACTER = 3;

  private static final int ROOM = 2;

  private SessionLimits() {}

  /**
   * Sets all of them.
   *
   * @param idleMillis after how much silence the container closes; 0 for never: silence is better
   *     watched by ourselves, since the codes of a container's own idle close differ
   */
  static void set(Session session, Settings settings, long idleMillis) {
    Conversation.Limits limits = settings.session();
    session.setMaxTextMessageBufferSize(BYTES_A_CHARACTER * ROOM * limits.maxTextChars());
    session.setMaxBinaryMessageBufferSize(ROOM * limits.maxBinaryBytes());
    // Once: Tyrus 2.1.5 (TyrusSession.restartIdleTimeoutExecutor) has its timer run at once for 0,
    // too, and closes if it finds another value by then.
    session.setMaxIdleTimeout(idleMillis);
  }
}
