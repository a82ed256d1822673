package io.realtimevoice.diagnosis;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Why something does not work, as a client can tell, with what its user should read.
 *
 * <p>The names are stable: clients, logs and the documentation use them.
 */
public enum Verdict {
  /** The URL cannot be read, or names neither {@code ws} nor {@code wss}. */
  BAD_URL,
  /** {@code ws} where only {@code wss} is allowed. */
  NOT_WSS,
  /** The mini program's console does not list the server. */
  DOMAIN_NOT_ALLOWED,
  /** The platform allows no further socket. */
  TOO_MANY_SOCKETS,
  /** No connection, and the platform does not say why. */
  CONNECT_FAILED,
  /** No connection in time. */
  CONNECT_TIMED_OUT,
  /** An HTTP answer other than 101. */
  HANDSHAKE_REFUSED,
  /** What comes first is no message of this protocol. */
  NOT_OUR_PROTOCOL,
  /** Another protocol version. */
  VERSION_MISMATCH,
  /** Open, but no welcome in time. */
  SERVER_SILENT,
  /** A welcome, but never in answer to our hello. */
  HELLO_LOST_UPSTREAM,
  /** An open connection has ended without a close of the server. */
  CONNECTION_LOST,
  /** Nothing was heard of an open connection for so long that it cannot be there any more. */
  HALF_OPEN,
  /** The conversation cannot be resumed: what was not finished has to be said again. */
  SESSION_LOST,
  /** Closed with 4409: the same conversation goes on elsewhere. */
  SUPERSEDED,
  /** Closed with 1001, 1012 or 4503. */
  SERVER_RESTARTED,
  /** Closed with 1013. */
  OVERLOADED,
  /** Closed with 4401, or HTTP 401. */
  NOT_AUTHENTICATED,
  /** Closed with 1008, or HTTP 403. */
  FORBIDDEN_ORIGIN,
  /** Closed with 1009. */
  TOO_BIG,
  /** Closed with 4429. */
  TOO_FAST,
  /** Closed with 4481. */
  TOO_SLOW_READER,
  /** Closed with 1011. */
  HANDLER_FAILED,
  /** Closed with any other code. */
  CLOSED_BY_SERVER,
  /** Garbage on a connection that works. */
  BAD_MESSAGE,
  /** A second {@code start}. */
  ALREADY_STARTED,
  /** Audio or {@code stop} without a stream. */
  NOT_STARTED,
  /** {@code start} before READY. */
  NOT_READY,
  /** An error in answer to {@code start}. */
  STREAM_REFUSED,
  /** More audio waits than is allowed to. */
  UPLINK_TOO_SLOW,
  /** No {@code mediaDevices} in an insecure context. */
  INSECURE_PAGE,
  /** The user or a policy refuses it. */
  MICROPHONE_REFUSED,
  /** The device has none. */
  MICROPHONE_ABSENT,
  /** The device cannot be read. */
  MICROPHONE_FAILED,
  /** The audio context does not run. */
  AUDIO_BLOCKED,
  /** No cause is known. */
  UNKNOWN;

  private static final String TEXTS = Verdict.class.getPackageName() + ".verdicts";

  /**
   * What has happened.
   *
   * @param locale the user's language; whatever is not Chinese is English
   * @return one sentence
   */
  public String title(Locale locale) {
    return texts(locale).getString(name() + ".title");
  }

  /**
   * What to do, and who should.
   *
   * @param locale the user's language; whatever is not Chinese is English
   * @return one or two sentences
   */
  public String advice(Locale locale) {
    return texts(locale).getString(name() + ".advice");
  }

  private static ResourceBundle texts(Locale locale) {
    boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    return ResourceBundle.getBundle(TEXTS, chinese ? Locale.CHINESE : Locale.ENGLISH);
  }
}
