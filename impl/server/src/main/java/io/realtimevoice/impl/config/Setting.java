package io.realtimevoice.impl.config;

import java.util.Locale;

/**
 * Every setting: its name, its default, and what is allowed. The README's table is checked here.
 */
public enum Setting {
  /** Which web pages may connect, beside those of the same host. */
  ALLOWED_ORIGINS(
      "allowed-origins", "", "origins such as https://app.example.com, separated by commas, or *"),
  /** The language for clients that name none. */
  DEFAULT_LOCALE("default-locale", "zh", "a BCP 47 language tag such as zh or en"),
  /** The longest text message. */
  MAX_TEXT_CHARS("max-text-chars", "262144", Allowed.SIZE),
  /** The longest binary message. */
  MAX_BINARY_BYTES("max-binary-bytes", "65536", Allowed.SIZE),
  /** How many wrong messages in a row are answered. */
  MAX_ERRORS("max-errors", "20", "a whole number from 1 to 1000000"),
  /** How long a connection may stay without a stream. */
  START_TIMEOUT("start-timeout", "PT5M", Allowed.DURATION),
  /** How long one call of the application's may take. */
  HANDLER_TIMEOUT("handler-timeout", "PT10S", Allowed.DURATION),
  /** How long one frame may take. */
  SEND_TIMEOUT("send-timeout", "PT5S", Allowed.DURATION),
  /** From the open to the client's first message. */
  WELCOME_TIMEOUT("welcome-timeout", "PT15S", Allowed.DURATION),
  /** Between two tries to send. */
  STATE_RETRY_DELAY("state-retry-delay", "PT0.1S", Allowed.DURATION),
  /** How many times a send is tried again. */
  STATE_RETRIES("state-retries", "3", "a whole number from 0 to 100"),
  /** How much text may wait. */
  OUTBOX_TEXT_CHARS("outbox-text-chars", "1048576", Allowed.SIZE),
  /** How much played audio may wait. */
  OUTBOX_AUDIO_BYTES("outbox-audio-bytes", "1048576", Allowed.SIZE),
  /** What happens when more played audio waits. */
  OUTBOX_AUDIO_OVERFLOW(
      "outbox-audio-overflow", "drop-oldest", "drop-oldest, drop-newest or close"),
  /** How much of what comes in may wait for the application. */
  INTAKE_BYTES("intake-bytes", "2097152", Allowed.SIZE),
  /** How many of the container's threads may be in the streams' code at a time. */
  DIRECT_CALLS("direct-calls", "2", "a whole number from 0 to 10000"),
  /** After how much silence each side asks the other for a sign of life. */
  HEARTBEAT("heartbeat", "PT5S", Allowed.DURATION),
  /** Within which one must come then. */
  HEARTBEAT_ANSWER("heartbeat-answer", "PT6S", Allowed.DURATION),
  /** How long a session waits for its client. */
  RESUME_WINDOW("resume-window", "PT2M", Allowed.DURATION),
  /** How much a session keeps for its client to acknowledge. */
  REPLAY_BYTES("replay-bytes", "262144", Allowed.SIZE),
  /** In how many messages. */
  REPLAY_MESSAGES("replay-messages", "2000", "a whole number from 1 to 1000000"),
  /** For how long. */
  REPLAY_AGE("replay-age", "PT3M", Allowed.DURATION),
  /** How much all sessions of the server keep together. */
  REPLAY_NODE_BYTES("replay-node-bytes", "67108864", Allowed.SIZE),
  /** How many connections there may be. */
  MAX_CONNECTIONS("max-connections", "20000", "a whole number from 1 to 10000000"),
  /** How many sessions may have streams. */
  MAX_SESSIONS("max-sessions", "10000", "a whole number from 1 to 10000000"),
  /** How long an undeploy waits for streams before it asks them to finish. */
  DRAIN_TIMEOUT("drain-timeout", "PT5S", Allowed.DURATION),
  /** How many clients a second shall come back after a restart. */
  RECONNECT_RATE("reconnect-rate", "500", "a whole number from 1 to 1000000"),
  /** Whether the diagnosis may be asked for over HTTP. */
  DIAGNOSTICS("diagnostics", "off", "on or off"),
  /** With which token all of it may. */
  DIAGNOSTICS_TOKEN("diagnostics-token", "", "at least 16 characters, or nothing", true),
  /** In which role all of it may. */
  DIAGNOSTICS_ROLE("diagnostics-role", "", "the name of a role, or nothing"),
  /** Where clients reach the application. */
  PUBLIC_URL(
      "public-url",
      "",
      "a ws or wss URL such as wss://voice.example.com/app, without a user, a query and a fragment,"
          + " or nothing");

  private static final class Allowed {
    static final String SIZE = "a whole number from 1024 to 67108864";
    static final String DURATION = "an ISO 8601 duration from PT0.01S to P1D such as PT15S or PT5M";
  }

  private static final String PREFIX = "realtime-voice.";

  private final String name;
  private final String defaultValue;
  private final String allowed;
  private final boolean secret;

  Setting(String name, String defaultValue, String allowed) {
    this(name, defaultValue, allowed, false);
  }

  Setting(String name, String defaultValue, String allowed, boolean secret) {
    this.secret = secret;
    this.name = PREFIX + name;
    this.defaultValue = defaultValue;
    this.allowed = allowed;
  }

  /**
   * The name in all sources but the environment.
   *
   * @return such as {@code realtime-voice.start-timeout}
   */
  public String key() {
    return name;
  }

  /**
   * The name in the environment.
   *
   * @return such as {@code REALTIME_VOICE_START_TIMEOUT}
   */
  public String variable() {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /**
   * What holds if no source has a value.
   *
   * @return a value as in a source
   */
  public String defaultValue() {
    return defaultValue;
  }

  /**
   * Whether its value must never be shown.
   *
   * @return true for tokens
   */
  public boolean secret() {
    return secret;
  }

  /**
   * What a value may be.
   *
   * @return for people
   */
  public String allowed() {
    return allowed;
  }
}
