package io.realtimevoice.impl.codec;

import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.Protocol;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a {@code report}: anybody may send one, and it is shown to others. So names and numbers are
 * taken, and anything else is left out.
 */
final class ReportFields {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]{1,32}");
  private static final Pattern SESSION_ID = Pattern.compile("[0-9a-f-]{36}");

  private ReportFields() {}

  static ClientMessage.Report read(Fields fields) throws BadMessageException {
    return new ClientMessage.Report(
        matching(NAME, fields.text("verdict")),
        matching(NAME, fields.text("confidence")),
        nonce(fields.text("nonce")),
        matching(SESSION_ID, fields.text("sessionId")),
        timeline(fields.object().get("timeline")));
  }

  private static List<ClientMessage.Report.Step> timeline(@Nullable JsonValue value) {
    if (!(value instanceof JsonArray array)) {
      return List.of();
    }
    return array.stream()
        .limit(ClientMessage.Report.MAX_STEPS)
        .map(each -> each instanceof JsonObject object ? step(object) : null)
        .filter(Objects::nonNull)
        .toList();
  }

  private static ClientMessage.Report.@Nullable Step step(JsonObject object) {
    Long at = number(object.get("at"));
    String event = name(object.get("event"));
    return at == null || event == null
        ? null
        : new ClientMessage.Report.Step(
            at,
            event,
            name(object.get("verdict")),
            number(object.get("code")),
            number(object.get("number")));
  }

  private static @Nullable String name(@Nullable JsonValue value) {
    return value instanceof JsonString text ? matching(NAME, text.getString()) : null;
  }

  /** Whole milliseconds: clocks of browsers have fractions. */
  private static @Nullable Long number(@Nullable JsonValue value) {
    return value instanceof JsonNumber number
        ? Long.valueOf(Math.round(number.doubleValue()))
        : null;
  }

  private static @Nullable String nonce(@Nullable String nonce) {
    return nonce == null || nonce.isEmpty() || nonce.length() > Protocol.MAX_NONCE_CHARS
        ? null
        : nonce;
  }

  private static @Nullable String matching(Pattern pattern, @Nullable String text) {
    return text != null && pattern.matcher(text).matches() ? text : null;
  }
}
