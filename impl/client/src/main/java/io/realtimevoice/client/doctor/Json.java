package io.realtimevoice.client.doctor;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Optional;

/** Reads objects of others. */
final class Json {

  private Json() {}

  /** Empty if the text is none. */
  static Optional<JsonObject> object(String text) {
    try (JsonReader reader = jakarta.json.Json.createReader(new StringReader(text))) {
      return Optional.of(reader.readObject());
    } catch (JsonException | IllegalStateException e) {
      return Optional.empty();
    }
  }

  static String text(JsonObject object, String name) {
    return object.get(name) instanceof jakarta.json.JsonString string ? string.getString() : "";
  }

  static long number(JsonObject object, String name, long absent) {
    return object.get(name) instanceof jakarta.json.JsonNumber number ? number.longValue() : absent;
  }
}
