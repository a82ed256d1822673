package io.realtimevoice.impl.codec;

import io.realtimevoice.protocol.ErrorCode;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one JSON object, each read as the type it must have; JSON null counts as absent.
 */
record Fields(JsonObject object) {

  @Nullable String text(String name) throws BadMessageException {
    JsonValue value = value(name);
    if (value == null) {
      return null;
    }
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw wrong(name, "string");
  }

  String text(String name, String absent) throws BadMessageException {
    String value = text(name);
    return value == null ? absent : value;
  }

  int integer(String name, int absent) throws BadMessageException {
    JsonValue value = value(name);
    if (value == null) {
      return absent;
    }
    if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
      return value == JsonValue.TRUE ? 1 : 0;
    }
    try {
      if (value instanceof JsonNumber number) {
        return number.intValueExact();
      }
    } catch (ArithmeticException e) {
      throw wrong(name, "integer");
    }
    throw wrong(name, "integer");
  }

  /** A count that must be there, and can be one. */
  long count(String name) throws BadMessageException {
    try {
      if (value(name) instanceof JsonNumber number && number.longValueExact() >= 0) {
        return number.longValueExact();
      }
    } catch (ArithmeticException e) {
      throw wrong(name, "count");
    }
    throw wrong(name, "count");
  }

  boolean flag(String name) throws BadMessageException {
    try {
      int value = integer(name, 0);
      if (value == 0 || value == 1) {
        return value == 1;
      }
    } catch (BadMessageException e) {
      throw wrong(name, "boolean");
    }
    throw wrong(name, "boolean");
  }

  /** All fields but some, as plain Java values. */
  Map<String, @Nullable Object> without(Set<String> known) {
    Map<String, @Nullable Object> others = new LinkedHashMap<>();
    object.forEach(
        (name, value) -> {
          if (!known.contains(name)) {
            others.put(name, plain(value));
          }
        });
    return Collections.unmodifiableMap(others);
  }

  static BadMessageException wrong(String name, String expected) {
    return new BadMessageException(ErrorCode.BAD_FIELD, name + ": " + expected);
  }

  private @Nullable JsonValue value(String name) {
    JsonValue value = object.get(name);
    return value == JsonValue.NULL ? null : value;
  }

  private static @Nullable Object plain(JsonValue value) {
    return switch (value.getValueType()) {
      case NULL -> null;
      case TRUE -> true;
      case FALSE -> false;
      case STRING -> ((JsonString) value).getString();
      case NUMBER -> number((JsonNumber) value);
      case ARRAY -> list((JsonArray) value);
      case OBJECT -> new Fields(value.asJsonObject()).without(Set.of());
    };
  }

  private static Object number(JsonNumber number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException e) {
      return number.doubleValue();
    }
  }

  private static List<@Nullable Object> list(JsonArray array) {
    List<@Nullable Object> values = new ArrayList<>(array.size());
    for (JsonValue value : array) {
      values.add(plain(value));
    }
    return Collections.unmodifiableList(values);
  }
}
