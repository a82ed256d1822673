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
  OUTBOX_AUDIO_BYTES("outbox-audio-bytes", "1048576", Allowed.SIZE);

  private static final class Allowed {
    static final String SIZE = "a whole number from 1024 to 67108864";
    static final String DURATION = "an ISO 8601 duration from PT0.01S to P1D such as PT15S or PT5M";
  }

  private static final String PREFIX = "realtime-voice.";

  private final String name;
  private final String defaultValue;
  private final String allowed;

  Setting(String name, String defaultValue, String allowed) {
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
   * What a value may be.
   *
   * @return for people
   */
  public String allowed() {
    return allowed;
  }
}
