package io.realtimevoice.client;

import io.realtimevoice.Transcript;
import io.realtimevoice.protocol.ServerMessage;
import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the server's text messages, leniently: older servers leave fields out, newer ones add some.
 */
final class MessageReader {

  // Not a JsonReader: Parsson 1.1.7 takes "{} x" for "{}".
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private final JsonObject fields;

  private MessageReader(JsonObject fields) {
    this.fields = fields;
  }

  /** Empty if the text is no message of this protocol. */
  static Optional<Incoming> read(String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      parser.next();
      JsonObject object = parser.getObject();
      return parser.hasNext() ? Optional.empty() : new MessageReader(object).message();
    } catch (RuntimeException | StackOverflowError e) {
      // Providers throw what they like, and the text is nothing for a log.
      return Optional.empty();
    }
  }

  private Optional<Incoming> message() {
    String type = text("type");
    if (type == null) {
      return Optional.empty();
    }
    return switch (type) {
      case "welcome" -> Optional.of(new Incoming.Greeting(welcome()));
      case "ready" -> Optional.of(new Incoming.Started());
      case "result" -> result();
      case "stopped" -> stopped();
      case "error" -> Optional.of(new Incoming.Failed(error()));
      case "ack" -> Optional.of(new Incoming.Acknowledged(number("received", -1)));
      case "heartbeat" -> Optional.of(new Incoming.Heartbeat(number("received", -1)));
      case "resumed" ->
          Optional.of(
              new Incoming.Resumed(
                  text("sessionId", ""), text("resumeToken", ""), number("received", -1)));
      case "goaway" -> Optional.of(new Incoming.GoAway(Math.max(0, number("retryAfterMs", 0))));
      case "gap" -> Optional.of(new Incoming.Gap(number("droppedBytes", 0)));
      default -> Optional.of(new Incoming.Other());
    };
  }

  private ServerMessage.Welcome welcome() {
    return new ServerMessage.Welcome(
        text("message", ""),
        number("timestamp", 0),
        (int) number("version", 0),
        text("sessionId", ""),
        (int) number("attempt", 1),
        object("limits").map(MessageReader::limits).orElse(null),
        objects("formats", JsonNumber.class).map(JsonNumber::intValue).toList(),
        text("nonce"),
        resumption());
  }

  private ServerMessage.@Nullable Resumption resumption() {
    String token = text("resumeToken");
    return token == null
        ? null
        : new ServerMessage.Resumption(
            token, number("heartbeatMs", 0), number("resumeWindowMs", 0));
  }

  private static ServerMessage.Limits limits(MessageReader limits) {
    return new ServerMessage.Limits(
        (int) limits.number("maxTextChars", Integer.MAX_VALUE),
        (int) limits.number("maxBinaryBytes", Integer.MAX_VALUE),
        limits.number("startTimeoutMs", Long.MAX_VALUE));
  }

  private Optional<Incoming> result() {
    String text = text("text");
    JsonValue isFinal = fields.get("isFinal");
    if (text == null || (isFinal != JsonValue.TRUE && isFinal != JsonValue.FALSE)) {
      return Optional.empty();
    }
    List<Transcript.Word> words =
        objects("wordList", JsonObject.class)
            .map(word -> new MessageReader(word).word())
            .filter(Objects::nonNull)
            .toList();
    return Optional.of(
        new Incoming.Recognised(
            new ServerMessage.Result(
                text("voiceId", ""), new Transcript(text, isFinal == JsonValue.TRUE, words))));
  }

  private Transcript.@Nullable Word word() {
    long start = number("start_time", 0);
    long end = number("end_time", 0);
    String word = text("word");
    return word == null || start < 0 || end < start ? null : new Transcript.Word(word, start, end);
  }

  private Optional<Incoming> stopped() {
    String text = text("text");
    if (text == null) {
      return Optional.empty();
    }
    Long duration = fields.get("duration") instanceof JsonNumber number ? number.longValue() : null;
    return Optional.of(
        new Incoming.Finished(
            new ServerMessage.Stopped(
                text("message", ""), text("logId", ""), text, number("audioSize", 0), duration)));
  }

  private ServerError error() {
    return new ServerError(
        text("code"),
        text("message", ""),
        fields.get("fatal") == JsonValue.TRUE,
        Math.max(0, number("retryAfterMs", 0)));
  }

  private @Nullable String text(String name) {
    return fields.get(name) instanceof JsonString string ? string.getString() : null;
  }

  private String text(String name, String absent) {
    String value = text(name);
    return value == null ? absent : value;
  }

  private long number(String name, long absent) {
    return fields.get(name) instanceof JsonNumber number ? number.longValue() : absent;
  }

  private Optional<MessageReader> object(String name) {
    return fields.get(name) instanceof JsonObject object
        ? Optional.of(new MessageReader(object))
        : Optional.empty();
  }

  private <T extends JsonValue> Stream<T> objects(String name, Class<T> type) {
    return fields.get(name) instanceof List<?> values
        ? values.stream().filter(type::isInstance).map(type::cast)
        : Stream.empty();
  }
}
