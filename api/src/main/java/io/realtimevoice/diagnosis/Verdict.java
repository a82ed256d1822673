package io.realtimevoice.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * The catalogue of diagnoses: why something does not work, how that can be known, who can mend it,
 * and by what. Servers, clients, tools and the documentation all take it from here.
 *
 * <p>The names are stable: clients, logs and the documentation use them.
 */
public enum Verdict {
  /** Everything works. */
  HEALTHY(Actor.NOBODY),
  /** The URL cannot be read, or names neither {@code ws} nor {@code wss}. */
  BAD_URL(Actor.DEVELOPER),
  /** {@code ws} where only {@code wss} is allowed. */
  NOT_WSS(Actor.DEVELOPER),
  /** The mini program's console does not list the server. */
  DOMAIN_NOT_ALLOWED(Actor.DEVELOPER),
  /** The platform allows no further socket. */
  TOO_MANY_SOCKETS(Actor.DEVELOPER),
  /** The server's name is not known. */
  DNS_FAILED(Actor.USER, Actor.OPERATOR),
  /** Nothing listens at this address. */
  CONNECTION_REFUSED(Actor.OPERATOR),
  /** No connection in time. */
  CONNECT_TIMED_OUT(Actor.NETWORK, Actor.OPERATOR),
  /** No connection, and the platform does not say why. */
  CONNECT_FAILED(Actor.NETWORK, Actor.OPERATOR),
  /** The server's certificate is not trusted. */
  TLS_UNTRUSTED(Actor.OPERATOR),
  /** The server does not send its whole certificate chain. */
  TLS_INCOMPLETE_CHAIN(Actor.OPERATOR),
  /** The server's certificate has expired. */
  TLS_EXPIRED(Actor.OPERATOR),
  /** The server's certificate is for another name. */
  TLS_WRONG_HOST(Actor.OPERATOR),
  /** No secure connection can be agreed on. */
  TLS_FAILED(Actor.OPERATOR),
  /** This port wants a secure connection. */
  TLS_REQUIRED(Actor.DEVELOPER, Actor.OPERATOR),
  /** This port speaks no TLS. */
  TLS_NOT_SPOKEN(Actor.DEVELOPER, Actor.OPERATOR),
  /** The server accepts the connection, but does not answer. */
  HANDSHAKE_TIMED_OUT(Actor.OPERATOR),
  /** The server sends the client to another address. */
  REDIRECTED(Actor.DEVELOPER, Actor.OPERATOR),
  /** Something between here and the server does not let WebSockets through. */
  UPGRADE_STRIPPED(Actor.OPERATOR),
  /** There is no channel at this path. */
  NOT_FOUND(Actor.DEVELOPER, Actor.OPERATOR),
  /** The server or its proxy asks for a sign-in. */
  UNAUTHORIZED(Actor.USER, Actor.OPERATOR),
  /** The server or its proxy forbids the connection. */
  FORBIDDEN(Actor.OPERATOR),
  /** The proxy does not reach the server behind it. */
  BAD_GATEWAY(Actor.OPERATOR),
  /** An HTTP answer other than 101. */
  HANDSHAKE_REFUSED(Actor.OPERATOR),
  /** What comes first is no message of this protocol. */
  NOT_OUR_PROTOCOL(Actor.DEVELOPER, Actor.OPERATOR),
  /** Another protocol version. */
  VERSION_MISMATCH(Actor.DEVELOPER, Actor.OPERATOR),
  /** The server greets late. */
  SERVER_SLOW(Actor.OPERATOR),
  /** Open, but no welcome in time. */
  SERVER_SILENT(Actor.OPERATOR),
  /** The app has received the welcome, but did not look at it. */
  LISTENER_TOO_LATE(Actor.DEVELOPER),
  /** The server has greeted, but the greeting does not arrive. */
  WELCOME_LOST_DOWNSTREAM(Actor.OPERATOR, Actor.NETWORK),
  /** A welcome, but never in answer to our hello. */
  HELLO_LOST_UPSTREAM(Actor.NETWORK, Actor.OPERATOR),
  /** Something on the way holds messages back. */
  PROXY_BUFFERS(Actor.OPERATOR),
  /** An open connection has ended without a close of the server. */
  CONNECTION_LOST(Actor.NETWORK),
  /** Something on the way cuts connections that are silent. */
  IDLE_CUT(Actor.OPERATOR),
  /** Nothing was heard of an open connection for so long that it cannot be there any more. */
  HALF_OPEN(Actor.NETWORK),
  /** The app was in the background. */
  APP_IN_BACKGROUND(Actor.USER),
  /** The conversation cannot be resumed: what was not finished has to be said again. */
  SESSION_LOST(Actor.USER),
  /** Closed with 4409: the same conversation goes on elsewhere. */
  SUPERSEDED(Actor.USER),
  /** Closed with 1001, 1012 or 4503. */
  SERVER_RESTARTED(Actor.OPERATOR),
  /** Closed with 1013. */
  OVERLOADED(Actor.OPERATOR),
  /** Closed with 4401, or HTTP 401. */
  NOT_AUTHENTICATED(Actor.USER),
  /** Closed with 1008, or HTTP 403. */
  FORBIDDEN_ORIGIN(Actor.OPERATOR),
  /** Closed with 1009. */
  TOO_BIG(Actor.DEVELOPER),
  /** Closed with 4429. */
  TOO_FAST(Actor.DEVELOPER),
  /** Closed with 4481. */
  TOO_SLOW_READER(Actor.NETWORK, Actor.DEVELOPER),
  /** Closed with 1011. */
  HANDLER_FAILED(Actor.DEVELOPER),
  /** The server took too long for an answer. */
  HANDLER_TOO_SLOW(Actor.DEVELOPER),
  /** No recording was begun for too long. */
  NO_START(Actor.DEVELOPER),
  /** Closed with any other code. */
  CLOSED_BY_SERVER(Actor.OPERATOR),
  /** No connection after several tries. */
  RETRIES_EXHAUSTED(Actor.NETWORK),
  /** Garbage on a connection that works. */
  BAD_MESSAGE(Actor.DEVELOPER),
  /** A second {@code start}. */
  ALREADY_STARTED(Actor.DEVELOPER),
  /** Audio or {@code stop} without a stream. */
  NOT_STARTED(Actor.DEVELOPER),
  /** {@code start} before READY. */
  NOT_READY(Actor.DEVELOPER),
  /** An error in answer to {@code start}. */
  STREAM_REFUSED(Actor.USER),
  /** More audio waits than is allowed to. */
  UPLINK_TOO_SLOW(Actor.NETWORK),
  /** No {@code mediaDevices} in an insecure context. */
  INSECURE_PAGE(Actor.DEVELOPER),
  /** The user or a policy refuses it. */
  MICROPHONE_REFUSED(Actor.USER),
  /** The device has none. */
  MICROPHONE_ABSENT(Actor.USER),
  /** The device cannot be read. */
  MICROPHONE_FAILED(Actor.USER),
  /** The audio context does not run. */
  AUDIO_BLOCKED(Actor.USER),
  /** No cause is known. */
  UNKNOWN(Actor.OPERATOR);

  private static final String TEXTS = Verdict.class.getPackageName() + ".verdicts";
  private static final String FIXES = Verdict.class.getPackageName() + ".fixes";

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes no other
  private final List<Actor> actors;

  Verdict(Actor... actors) {
    this.actors = List.of(actors);
  }

  /**
   * Who can mend it.
   *
   * @return the likeliest first
   */
  public List<Actor> actors() {
    return actors;
  }

  /**
   * What has happened.
   *
   * @param locale the user's language; whatever is not Chinese is English
   * @return one sentence
   */
  public String title(Locale locale) {
    return text(locale, "title");
  }

  /**
   * What to do, and who should.
   *
   * @param locale the user's language; whatever is not Chinese is English
   * @return one or two sentences
   */
  public String advice(Locale locale) {
    return text(locale, "advice");
  }

  /**
   * How it comes about, for whoever mends it.
   *
   * @param locale the reader's language; whatever is not Chinese is English
   * @return one or two sentences
   */
  public String explanation(Locale locale) {
    return text(locale, "explanation");
  }

  /**
   * What it is recognised by.
   *
   * @param locale the reader's language; whatever is not Chinese is English
   * @return one sentence
   */
  public String evidence(Locale locale) {
    return text(locale, "evidence");
  }

  /**
   * What to write where; {@code HOST}, {@code CONTEXT} and {@code BACKEND} stand for the reader's
   * own.
   *
   * @return empty if the {@linkplain #advice advice} says all
   */
  public List<Fix> fixes() {
    ResourceBundle fixes = ResourceBundle.getBundle(FIXES, Locale.ROOT);
    return Arrays.stream(Place.values()).flatMap(place -> fix(fixes, place)).toList();
  }

  private Stream<Fix> fix(ResourceBundle fixes, Place place) {
    try {
      return Stream.of(new Fix(place, fixes.getString(name() + "." + place)));
    } catch (MissingResourceException e) {
      return Stream.empty();
    }
  }

  private String text(Locale locale, String which) {
    boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    return ResourceBundle.getBundle(TEXTS, chinese ? Locale.CHINESE : Locale.ENGLISH)
        .getString(name() + "." + which);
  }
}
