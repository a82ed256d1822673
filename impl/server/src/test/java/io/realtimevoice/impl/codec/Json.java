package io.realtimevoice.impl.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.realtimevoice.StartRequest;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The codec on the real JSON provider, and the golden files. */
final class Json {

  static final JsonbCodec CODEC = new JsonbCodec(JsonbBuilder.create());

  private Json() {}

  static String golden(String name) {
    try (InputStream file = Json.class.getResourceAsStream(name + ".json")) {
      return new String(file.readAllBytes(), UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static StartRequest start(String fields) throws BadMessageException {
    String text = "{\"type\":\"start\"" + (fields.isEmpty() ? "" : "," + fields) + "}";
    return ((ClientMessage.Start) CODEC.decode(text)).request();
  }

  static BadMessageException refused(String text) {
    return assertThrows(BadMessageException.class, () -> CODEC.decode(text));
  }

  static void assertRefused(ErrorCode code, String subject, String text) {
    BadMessageException refusal = refused(text);
    assertEquals(code, refusal.code());
    assertEquals(subject, refusal.subject());
  }
}
