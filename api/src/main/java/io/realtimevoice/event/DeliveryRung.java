package io.realtimevoice.event;

/** How far the delivery of a welcome got. Each rung implies the ones before it. */
public enum DeliveryRung {
  /** Nothing yet: the connection was not open, or its send failed. */
  NONE,
  /** The connection was open, and the welcome was handed to the container. */
  ATTEMPTED,
  /** The container has written it to the network. */
  SENT,
  /**
   * The peer's WebSocket implementation has it: it answered a ping that was sent right behind it,
   * and frames keep their order (RFC 6455, sections 5.5.2 and 5.5.3).
   */
  RECEIVED,
  /** The peer's code has it: it sent a message. */
  ACKNOWLEDGED
}
