package io.realtimevoice.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Base64;

/** Messages as clients write them. */
final class Messages {

  static final String STOP = "{\"type\":\"stop\"}";

  private Messages() {}

  static JsonObject start(String engineType) {
    return Json.createObjectBuilder().add("type", "start").add("engineType", engineType).build();
  }

  static JsonObject audio(byte[] bytes) {
    return Json.createObjectBuilder()
        .add("type", "audio")
        .add("data", Base64.getEncoder().encodeToString(bytes))
        .build();
  }
}
