package io.realtimevoice.client;

import java.util.List;
import java.util.Locale;

/**
 * How a client behaves; all times in milliseconds.
 *
 * @param welcomeTimeoutMs from the connect to the welcome
 * @param silenceMs after which an open connection that is not ready counts as silent
 * @param helloRepeatMs when the hello is repeated, from the open on
 * @param maxRetries how many new connections are tried after the first
 * @param retryDelayMs before each of the first three
 * @param maxRetryDelayMs up to which later ones double
 * @param stableMs ready for so long, and the retries are counted from 0 again
 * @param timelineSize how many entries the timeline keeps
 * @param maxQueuedBytes how much audio of a stream may wait to leave
 * @param audioAsText whether audio goes as base64 in JSON messages
 * @param locale the user's
 */
record Settings(
    long welcomeTimeoutMs,
    long silenceMs,
    List<Long> helloRepeatMs,
    int maxRetries,
    long retryDelayMs,
    long maxRetryDelayMs,
    long stableMs,
    int timelineSize,
    long maxQueuedBytes,
    boolean audioAsText,
    Locale locale) {

  Settings {
    helloRepeatMs = List.copyOf(helloRepeatMs);
  }
}
