package io.realtimevoice.client.doctor;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param status of the first line
 * @param headers by their names in lower case
 * @param body its beginning
 */
record HttpAnswer(int status, Map<String, List<String>> headers, String body) {

  boolean has(String name) {
    return headers.containsKey(name.toLowerCase(Locale.ROOT));
  }

  /** All values of a header; empty if there are none. */
  String header(String name) {
    return String.join(", ", headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()));
  }
}
