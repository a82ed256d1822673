package io.realtimevoice.impl.config;

import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.session.Conversation;
import io.realtimevoice.impl.session.Sessions;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The channel's settings, checked.
 *
 * @param allowedOrigins which web pages may connect beside those of the same host, in lower case;
 *     {@link #ANY_ORIGIN} for all
 * @param defaultLocale the language for clients that name none
 * @param session what every session keeps to
 * @param sessions what all sessions together keep to
 * @param connection what every connection keeps to
 * @param maxConnections how many there may be
 * @param drainTimeout how long an undeploy waits for streams before it asks them to finish
 * @param diagnostics who may ask for the diagnosis over HTTP
 * @param publicUrl where clients reach the application; null if it is not known
 * @param shown all of them by name, as they were written, but for the secret ones
 */
public record Settings(
    Set<String> allowedOrigins,
    Locale defaultLocale,
    Conversation.Limits session,
    Sessions.Limits sessions,
    Connection.Limits connection,
    int maxConnections,
    Duration drainTimeout,
    Diagnostics diagnostics,
    @Nullable URI publicUrl,
    Map<String, String> shown) {

  /**
   * Who may ask for the diagnosis over HTTP.
   *
   * @param on whether anybody may
   * @param token with which all of it may be asked for; null for none
   * @param role in which all of it may; null for none
   */
  public record Diagnostics(boolean on, @Nullable String token, @Nullable String role) {
    /** Nobody may. */
    public static final Diagnostics OFF = new Diagnostics(false, null, null);

    /** Without the token. */
    @Override
    public String toString() {
      return "Diagnostics[on=" + on + ", role=" + role + "]";
    }
  }

  /** Among the allowed origins: every page may connect. */
  public static final String ANY_ORIGIN = "*";

  private static final int MOST_ERRORS = 1_000_000;
  private static final int MOST_RETRIES = 100;
  private static final int MOST_MESSAGES = 1_000_000;
  private static final int MOST_THREADS = 10_000;
  private static final int MOST_CONNECTIONS = 10_000_000;

  /**
   * Reads and checks all settings.
   *
   * @param source gives the value of a setting; empty for the default
   * @return the settings
   * @throws BadSettingException for the first value that is not allowed
   */
  public static Settings from(Function<Setting, Optional<String>> source) {
    Values values = new Values(source);
    return new Settings(
        values.origins(Setting.ALLOWED_ORIGINS),
        values.locale(Setting.DEFAULT_LOCALE),
        new Conversation.Limits(
            values.size(Setting.MAX_TEXT_CHARS),
            values.size(Setting.MAX_BINARY_BYTES),
            values.number(Setting.MAX_ERRORS, 1, MOST_ERRORS),
            values.duration(Setting.START_TIMEOUT),
            values.duration(Setting.HANDLER_TIMEOUT),
            values.size(Setting.INTAKE_BYTES),
            values.duration(Setting.HEARTBEAT),
            values.duration(Setting.RESUME_WINDOW),
            values.size(Setting.REPLAY_BYTES),
            values.number(Setting.REPLAY_MESSAGES, 1, MOST_MESSAGES),
            values.duration(Setting.REPLAY_AGE)),
        new Sessions.Limits(
            values.number(Setting.MAX_SESSIONS, 1, MOST_CONNECTIONS),
            values.size(Setting.REPLAY_NODE_BYTES),
            values.number(Setting.RECONNECT_RATE, 1, MOST_MESSAGES),
            values.number(Setting.DIRECT_CALLS, 0, MOST_THREADS)),
        new Connection.Limits(
            values.size(Setting.OUTBOX_TEXT_CHARS),
            values.size(Setting.OUTBOX_AUDIO_BYTES),
            values.duration(Setting.STATE_RETRY_DELAY),
            values.number(Setting.STATE_RETRIES, 0, MOST_RETRIES),
            values.duration(Setting.SEND_TIMEOUT),
            values.duration(Setting.WELCOME_TIMEOUT),
            values.overflowPolicy(Setting.OUTBOX_AUDIO_OVERFLOW),
            values.duration(Setting.HEARTBEAT),
            values.duration(Setting.HEARTBEAT_ANSWER)),
        values.number(Setting.MAX_CONNECTIONS, 1, MOST_CONNECTIONS),
        values.duration(Setting.DRAIN_TIMEOUT),
        values.diagnostics(),
        values.publicUrl(Setting.PUBLIC_URL),
        values.shown());
  }
}
