package io.realtimevoice.impl.diagnosis;

import io.realtimevoice.impl.connection.Traffic;
import io.realtimevoice.protocol.ErrorCode;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What happened on one connection: when each step was, in milliseconds after the open, and how much
 * there was. No payload, and nothing that a client or a header says but its nonce, which is not
 * shown.
 *
 * <p>Written and read by any thread.
 */
public final class Flight {

  /** The time, or the code, of what has not happened. */
  public static final int NEVER = -1;

  private final String id;
  private final long number;
  private final long openedAt;
  private final long opened;
  private final Traffic traffic;

  private HandshakeFacts handshake = HandshakeFacts.NONE;
  private @Nullable String sessionId;
  private @Nullable String resumedSessionId;
  private @Nullable String nonce;
  private @Nullable ErrorCode lastError;
  private int hellos;
  private int attempts;
  private int attempted = NEVER;
  private int sent = NEVER;
  private int received = NEVER;
  private int acknowledged = NEVER;
  private int hello = NEVER;
  private int started = NEVER;
  private int ready = NEVER;
  private int retries;
  private long dropped;
  private boolean sendFailed;
  private int closingCode = NEVER;
  private int closeCode = NEVER;
  private int closed = NEVER;

  /**
   * A connection that has just been opened.
   *
   * @param id as in the log
   * @param number how many there were before it
   * @param openedAt when, in milliseconds since 1970
   * @param opened when, as {@link System#nanoTime}
   * @param traffic counts what goes over it
   */
  Flight(String id, long number, long openedAt, long opened, Traffic traffic) {
    this.id = id;
    this.number = number;
    this.openedAt = openedAt;
    this.opened = opened;
    this.traffic = traffic;
  }

  /** The connection's id, as in the log. */
  public String id() {
    return id;
  }

  /** How many there were before it. */
  long number() {
    return number;
  }

  /** When it was opened, in milliseconds since 1970. */
  public long openedAt() {
    return openedAt;
  }

  /** What went over it. */
  public Traffic traffic() {
    return traffic;
  }

  /** How long it is or was open. */
  synchronized int age(long nanoTime) {
    return closed == NEVER ? millis(nanoTime - opened) : closed;
  }

  synchronized void handshake(HandshakeFacts facts) {
    handshake = facts;
  }

  synchronized void attempted(int attempt, long nanoTime) {
    attempts = attempt;
    if (attempted == NEVER) {
      attempted = millis(nanoTime - opened);
    }
  }

  synchronized void sent(Duration after) {
    if (sent == NEVER) {
      sent = millis(after.toNanos());
    }
  }

  synchronized void received(Duration after) {
    received = millis(after.toNanos());
  }

  synchronized void acknowledged(Duration after) {
    acknowledged = millis(after.toNanos());
  }

  /** The nonce under which this connection is known; the first one stays. */
  synchronized @Nullable String hello(@Nullable String given, long nanoTime) {
    hellos++;
    if (hello == NEVER) {
      hello = millis(nanoTime - opened);
    }
    if (nonce == null) {
      nonce = given;
    }
    return nonce;
  }

  synchronized void session(String started) {
    sessionId = started;
  }

  synchronized void resumed(String older) {
    resumedSessionId = older;
  }

  synchronized void started(long nanoTime) {
    if (started == NEVER) {
      started = millis(nanoTime - opened);
    }
  }

  synchronized void ready(long nanoTime) {
    if (ready == NEVER) {
      ready = millis(nanoTime - opened);
    }
  }

  synchronized void retried() {
    retries++;
  }

  synchronized void dropped(int bytes) {
    dropped += bytes;
  }

  synchronized void told(ErrorCode code) {
    // The first fatal one is the cause of the end; what follows it is not.
    if (lastError == null || !lastError.fatal()) {
      lastError = code;
    }
  }

  synchronized void broken(boolean bySend) {
    sendFailed |= bySend;
  }

  synchronized void closing(int code) {
    closingCode = code;
  }

  /** False if it had ended before. */
  synchronized boolean closed(int code, Duration after) {
    boolean first = closed == NEVER;
    closeCode = code;
    closed = millis(after.toNanos());
    return first;
  }

  /** What the handshake told. */
  public synchronized HandshakeFacts handshake() {
    return handshake;
  }

  /** The session that began on it; null if it was refused. */
  public synchronized @Nullable String sessionId() {
    return sessionId;
  }

  /** The older session that went on on it; null for none. */
  public synchronized @Nullable String resumedSessionId() {
    return resumedSessionId;
  }

  /** What the first {@code hello} gave, to find this by; null for none. */
  synchronized @Nullable String nonce() {
    return nonce;
  }

  /** The last error that the client was told, or the one that ended the connection. */
  public synchronized @Nullable ErrorCode lastError() {
    return lastError;
  }

  /** How often the client said {@code hello}. */
  public synchronized int hellos() {
    return hellos;
  }

  /** When it said so first. */
  public synchronized int hello() {
    return hello;
  }

  /** How many welcomes went to the container. */
  public synchronized int attempts() {
    return attempts;
  }

  /** When the first did. */
  public synchronized int attempted() {
    return attempted;
  }

  /** When the container had written the first. */
  public synchronized int sent() {
    return sent;
  }

  /** When the peer's WebSocket stack had one. */
  public synchronized int received() {
    return received;
  }

  /** When the peer's code first spoke. */
  public synchronized int acknowledged() {
    return acknowledged;
  }

  /** When a stream was first asked for. */
  public synchronized int started() {
    return started;
  }

  /** When a stream was first open. */
  public synchronized int ready() {
    return ready;
  }

  /** How many sends were tried again. */
  public synchronized int retries() {
    return retries;
  }

  /** How many bytes of played audio were left out. */
  public synchronized long dropped() {
    return dropped;
  }

  /** Whether the channel ended it because its sends failed. */
  public synchronized boolean sendFailed() {
    return sendFailed;
  }

  /** Whether it has ended. */
  public synchronized boolean isClosed() {
    return closed != NEVER;
  }

  /** Whether the channel ended it, and not the peer or the network. */
  public synchronized boolean isClosedByServer() {
    return closed != NEVER && closingCode == closeCode;
  }

  /** The code with which it was closed. */
  public synchronized int closeCode() {
    return closeCode;
  }

  /** When. */
  public synchronized int closed() {
    return closed;
  }

  /** When something was written or has come last, in milliseconds after the open. */
  int lastSeen() {
    return Math.max(0, millis(Math.max(traffic.lastIn(), traffic.lastOut())));
  }

  static int millis(long nanos) {
    return nanos < 0
        ? NEVER
        : (int) Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(nanos));
  }
}
