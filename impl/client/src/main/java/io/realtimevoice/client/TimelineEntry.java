package io.realtimevoice.client;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One line of a {@link Timeline}.
 *
 * @param atMs milliseconds since {@link VoiceClient#connect()}
 * @param event what has happened
 * @param detail numbers and names, in the order in which they are shown; never a payload, text,
 *     token or query
 */
public record TimelineEntry(long atMs, TimelineEvent event, Map<String, Object> detail) {

  /** The line as it is logged. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "+%.3f s %s", atMs / 1e3, event.id())
        + detail.entrySet().stream()
            .map(each -> " " + each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining());
  }
}
