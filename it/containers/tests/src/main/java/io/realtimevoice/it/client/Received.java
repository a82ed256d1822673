package io.realtimevoice.it.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.time.Duration;

/** One message as it arrived, whole. */
public sealed interface Received {

  /** The time from the open of the socket to the message's last byte. */
  Duration sinceOpen();

  /** Whether this is a JSON message of the given {@code type}. */
  default boolean isOfType(String type) {
    return this instanceof Text text && type.equals(text.json().getString("type", null));
  }

  /** A text message. */
  record Text(Duration sinceOpen, String text) implements Received {

    /**
     * The message as JSON.
     *
     * @throws jakarta.json.JsonException if it is none
     */
    public JsonObject json() {
      try (JsonReader reader = Json.createReader(new StringReader(text))) {
        return reader.readObject();
      }
    }
  }

  /** A binary message. */
  record Binary(Duration sinceOpen, ByteBuffer content) implements Received {

    /** A copy of the content. */
    public byte[] bytes() {
      byte[] bytes = new byte[content.remaining()];
      content.duplicate().get(bytes);
      return bytes;
    }
  }
}
