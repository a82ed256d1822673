package io.realtimevoice.it;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.Base64;

/** Messages as clients write them. */
final class Messages {

  static final String STOP = "{\"type\":\"stop\"}";

  static final String HELLO = "{\"type\":\"hello\",\"version\":1}";

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

  static JsonObject resume(String sessionId, String resumeToken, long received) {
    return Json.createObjectBuilder()
        .add("type", "resume")
        .add("sessionId", sessionId)
        .add("resumeToken", resumeToken)
        .add("received", received)
        .build();
  }
}
