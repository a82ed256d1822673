package io.realtimevoice.client.http;

import io.realtimevoice.client.transport.Inquiry.Seen;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** Reads what the diagnostics answer. Pure functions, for any thread. */
public final class HelloAnswer {

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private HelloAnswer() {}

  /**
   * Whether the channel's application has answered.
   *
   * @param body of the answer
   * @return false if it is anybody else's
   */
  public static boolean isPing(String body) {
    return object(body).filter(each -> each.containsKey("realtimeVoice")).isPresent();
  }

  /**
   * What the server says of a hello.
   *
   * @param body of the answer
   * @return empty if it does not tell
   */
  public static Optional<Seen> read(String body) {
    return object(body)
        .filter(each -> each.containsKey("helloSeen"))
        .map(each -> new Seen(each.get("helloSeen") == JsonValue.TRUE, isWelcomeSent(each)));
  }

  private static boolean isWelcomeSent(JsonObject answer) {
    return answer.get("welcome") instanceof JsonObject welcome
        && welcome.get("sentMs") instanceof JsonNumber;
  }

  private static Optional<JsonObject> object(String body) {
    try (JsonReader reader = READERS.createReader(new StringReader(body))) {
      return Optional.of(reader.readObject());
    } catch (JsonException | IllegalStateException e) {
      return Optional.empty();
    }
  }
}
