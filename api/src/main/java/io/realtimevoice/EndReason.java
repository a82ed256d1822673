package io.realtimevoice;

/** Why a stream, or a session, has ended. */
public enum EndReason {
  /** A stream: {@code stopped} was sent. A session: the client closed it with no stream open. */
  COMPLETED,
  /** The client closed the connection (1000 or 1001) with a stream open. */
  ABANDONED,
  /** The connection broke, without a close of the client's, and the client did not come back. */
  CONNECTION_LOST,
  /** Only a session, and only one without a stream: on its connection an older one was resumed. */
  RESUMED,
  /** The channel closed the connection because the client broke the protocol or a limit. */
  REFUSED,
  /** The application's code threw, returned null or took too long. */
  FAILED,
  /** The application is being undeployed. */
  SHUTDOWN
}
