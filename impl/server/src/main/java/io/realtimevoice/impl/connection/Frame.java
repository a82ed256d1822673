package io.realtimevoice.impl.connection;

import io.realtimevoice.protocol.CloseCode;
import java.nio.ByteBuffer;

/** What waits in the outbox's control lane: all but played audio, which waits as bare buffers. */
sealed interface Frame {

  /** Told how far a text message got, on the scheduler's threads. */
  interface Progress {
    /** Of what nobody wants to know. */
    Progress IGNORED = new Progress() {};

    /** The connection was open, and the message goes to the container now. */
    default void attempted() {}

    /** The container has written it. */
    default void sent() {}
  }

  /** What a waiting frame costs beside its payload: the objects that hold it. */
  int OVERHEAD = 64;

  /** What the frame counts against the bound of its lane. */
  int weight();

  /**
   * A text message.
   *
   * @param text the message
   * @param progress told how far it got
   */
  record Text(String text, Progress progress) implements Frame {
    @Override
    public int weight() {
      return text.length() + OVERHEAD;
    }
  }

  /**
   * A binary message that must not be dropped.
   *
   * @param data the message
   */
  record Binary(ByteBuffer data) implements Frame {
    @Override
    public int weight() {
      return data.remaining() + OVERHEAD;
    }
  }

  /**
   * A ping.
   *
   * @param payload what the pong will repeat
   */
  record Ping(ByteBuffer payload) implements Frame {
    @Override
    public int weight() {
      return OVERHEAD;
    }
  }

  /**
   * The close, behind all that was queued before it.
   *
   * @param code the code for the peer
   */
  record Close(CloseCode code) implements Frame {
    @Override
    public int weight() {
      return 0;
    }
  }
}
