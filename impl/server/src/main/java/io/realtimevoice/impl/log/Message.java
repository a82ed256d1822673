package io.realtimevoice.impl.log;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import java.text.MessageFormat;
import java.util.Locale;

/**
 * Every line that the channel writes to the log, each with a number that does not change.
 *
 * <p>0001–0099 the application as a whole (of them, 0010–0029 deployments that fail, which have no
 * line here), 0100–0199 connections, 0200–0299 welcomes, 0300–0399 sessions and streams, 0400–0499
 * the application's own code, 0500–0599 the bindings. In 0100 to 0599 the first argument is the
 * connection's id. No payload, audio, token or query ever stands in one; times are in milliseconds.
 */
public enum Message {
  /** Settings were read. */
  STARTED(1, INFO, "realtime-voice is ready"),
  /** The application goes away. */
  STOPPING(2, INFO, "realtime-voice is going away; closing {0} connections with 1001"),
  /** No managed executor. */
  OWN_THREADS(3, DEBUG, "no managed executor ({0}): using daemon threads of our own"),
  /** A task of the channel's own has thrown. */
  TASK_FAILED(4, ERROR, "a task of the channel has failed: a defect of the channel"),
  /** An observer has thrown. */
  OBSERVER_FAILED(5, WARNING, "an observer of {0} has thrown"),
  /** The executor takes no more tasks. */
  TASK_REJECTED(
      6,
      WARNING,
      "the managed executor refuses a task ({0}): it is stopping, or its queue is full"),
  /** Clients did not take what was sent last. */
  LAST_WORDS_LOST(7, WARNING, "{0} connections did not take in time what was sent to them last"),
  /** Nothing new is begun. */
  DRAINING(8, INFO, "draining: {0} sessions; streams are asked to finish after {1} ms"),
  /** Everything has finished. */
  DRAINED(9, INFO, "drained"),
  /** Observers are too slow. */
  EVENTS_LEFT_OUT(
      14,
      WARNING,
      "an observer takes too long: {0} events wait, and more are left out until half of them are"
          + " told"),
  /** No JDK Flight Recorder. */
  NO_FLIGHT_RECORDER(31, DEBUG, "no JDK Flight Recorder ({0}): no events of connections there"),
  /** The application reaches itself. */
  PATH_WORKS(
      32, INFO, "the way through {0} works: welcome after {1} ms, echo {2} ms after its message"),
  /** It does not. */
  PATH_FAILS(33, WARNING, "the way through {0} does not work: {1} ({2}). {3} {4}"),
  /** The store of sessions has failed. */
  STORE_FAILED(
      34, WARNING, "the SessionStore has failed; sessions of this server are not affected"),

  /** A connection was opened. */
  OPENED(101, INFO, "[{0}] opened"),
  /** A connection has ended. */
  CLOSED(102, INFO, "[{0}] closed with {1} after {2} ms: {3}, confidence {4} ({5})"),
  /** A connection cannot go on. */
  BROKEN(103, WARNING, "[{0}] cannot go on, closing with {1}"),
  /** A frame is tried again. */
  SEND_RETRIED(
      104,
      WARNING,
      "[{0}] not sent (the connection was not open, or the send failed), try {1} follows"),
  /** Played audio was dropped. */
  AUDIO_DROPPED(
      105, DEBUG, "[{0}] {1} bytes of played audio dropped: the client takes it too slowly"),
  /** The container reports an error. */
  TRANSPORT_ERROR(106, INFO, "[{0}] the container reports: {1}"),
  /** A handshake was refused. */
  REFUSED(107, WARNING, "[{0}] refused: {1}"),

  /** The state check has passed. */
  WELCOME_ATTEMPTED(201, DEBUG, "[{0}] welcome: attempt {1}"),
  /** The container has written it. */
  WELCOME_SENT(202, DEBUG, "[{0}] welcome: attempt {1} sent after {2} ms"),
  /** The peer's stack has it. */
  WELCOME_RECEIVED(
      203, DEBUG, "[{0}] welcome: received by the client''s WebSocket stack after {1} ms"),
  /** The peer's code has it. */
  WELCOME_ACKNOWLEDGED(204, INFO, "[{0}] welcome: acknowledged after {1} ms, sent {2} times"),
  /** Nothing was heard of it. */
  WELCOME_FAILED(
      205,
      WARNING,
      "[{0}] welcome: not acknowledged in {1} ms, sent {2} times, got as far as {3}: {4}"),
  /** The connection ended before anything was heard of it. */
  WELCOME_CUT(
      206,
      INFO,
      "[{0}] welcome: the connection ended after {1} ms, sent {2} times, got as far as {3}"),
  /** The client spoke after all. */
  WELCOME_LATE(207, INFO, "[{0}] welcome: acknowledged only after {1} ms"),
  /** The application's text could not be had. */
  WELCOME_TEXT_FAILED(
      208, WARNING, "[{0}] welcome: the WelcomeProvider has thrown; using the channel''s own text"),

  /** A stream was opened. */
  STREAM_STARTED(301, INFO, "[{0}] start: {1}"),
  /** A stream has ended well. */
  STREAM_STOPPED(302, INFO, "[{0}] stopped: {1} bytes of audio"),
  /** A session has ended. */
  SESSION_ENDED(303, INFO, "[{0}] session {1} ended: {2}, {3} streams, {4} bytes of audio"),
  /** The client was told of an error. */
  CLIENT_ERROR(304, INFO, "[{0}] error {1} {2}"),
  /** A session waits for its client. */
  DETACHED(305, INFO, "[{0}] session {1} has lost its connection; waiting {2} ms for its client"),
  /** A session goes on. */
  RESUMED(306, INFO, "[{0}] session {1} goes on after {2} ms; {3} messages are sent again"),
  /** A session does not go on. */
  RESUME_REFUSED(307, WARNING, "[{0}] not resumed: {1}"),
  /** The replay buffer is full. */
  REPLAY_DROPPED(
      308,
      WARNING,
      "[{0}] {1} messages given up before the client acknowledged them: a client that lacks them"
          + " must start over"),
  /** The client was told to slow down. */
  SLOW_DOWN(309, WARNING, "[{0}] messages wait for the application; the client shall pause {1} ms"),
  /** What a client says of itself. */
  CLIENT_REPORT(310, INFO, "[{0}] the client reports: {1}"),
  /** The client was told to go. */
  GO_AWAY(311, DEBUG, "[{0}] told to come back within {1} ms after the close"),
  /** A session does not wait for its client any more. */
  NO_LONGER_AWAITED(
      312, WARNING, "[{0}] session {1} is given up before its time: too many are waiting"),

  /** The application's code has thrown. */
  HANDLER_FAILED(401, ERROR, "[{0}] the application''s {1} has failed"),
  /** The application's code does not return. */
  HANDLER_TIMEOUT(402, ERROR, "[{0}] the application has not answered for {1} ms"),
  /** The application's code has thrown where nothing depends on it any more. */
  CLOSE_FAILED(403, WARNING, "[{0}] the application''s close has thrown"),

  /** A step of an endpoint. */
  STEP(501, DEBUG, "[{0}] {1} took {2} ms"),
  /** A step of an endpoint has thrown. */
  STEP_FAILED(503, WARNING, "[{0}] {1} failed after {2} ms"),
  /** The connection was not open, or the send failed. */
  STATE_RETRIED(504, WARNING, "[{0}] {1}: not open or not sent, try {2} follows"),
  /** It never was. */
  STATE_GIVEN_UP(505, WARNING, "[{0}] {1}: not open or not sent after {2} tries, given up"),
  /** The method that opens has thrown. */
  OPEN_FAILED(506, ERROR, "[{0}] {1} has thrown; closing with 1011"),
  /** No receipt by pong. */
  NO_PONG(
      507,
      DEBUG,
      "[{0}] the endpoint handles pongs itself: no receipt of the welcome below its code");

  private static final System.Logger LOGGER = System.getLogger("io.realtimevoice");

  private final int number;
  private final System.Logger.Level level;
  private final String pattern;

  Message(int number, System.Logger.Level level, String pattern) {
    this.number = number;
    this.level = level;
    this.pattern = pattern;
  }

  /**
   * The number under which the line is documented.
   *
   * @return such as {@code RV0101}
   */
  public String id() {
    return String.format(Locale.ROOT, "RV%04d", number);
  }

  /**
   * How important it is.
   *
   * @return its level
   */
  public System.Logger.Level level() {
    return level;
  }

  /**
   * What it says, for the documentation.
   *
   * @return with numbers in braces where arguments stand
   */
  public String shown() {
    return pattern.replace("''", "'");
  }

  /**
   * Writes it.
   *
   * @param arguments what stands in the braces
   */
  public void log(Object... arguments) {
    if (LOGGER.isLoggable(level)) {
      LOGGER.log(level, text(arguments));
    }
  }

  /**
   * Writes it with the cause.
   *
   * @param cause with its stack trace
   * @param arguments what stands in the braces
   */
  public void log(Throwable cause, Object... arguments) {
    if (LOGGER.isLoggable(level)) {
      LOGGER.log(level, text(arguments), cause);
    }
  }

  private String text(Object... arguments) {
    Object[] plain = new Object[arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      plain[i] = String.valueOf(arguments[i]);
    }
    return id() + " " + new MessageFormat(pattern, Locale.ROOT).format(plain);
  }
}
