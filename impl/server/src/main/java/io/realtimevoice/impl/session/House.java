package io.realtimevoice.impl.session;

import io.realtimevoice.protocol.ErrorCode;
import java.util.Optional;

/** What a session needs of the house in which all of them live. */
interface House {
  /** How much all sessions may keep together. */
  ReplayBuffer.Node replay();

  /** How many of the container's threads may be in the application's code. */
  DirectCalls direct();

  /** A resume token. */
  String token();

  /** Whether one more session may open a stream; empty if it may. */
  Optional<ErrorCode> admit(Conversation session);

  /** Its client is away. */
  void away(Conversation session);

  /** Its client is back. */
  void back(Conversation session);

  /** The session is over. */
  void ended(Conversation session);
}
