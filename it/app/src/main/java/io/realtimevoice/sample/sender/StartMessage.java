package io.realtimevoice.sample.sender;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** The {@code start} message. */
final class StartMessage {

  private StartMessage() {}

  static String of(SendOptions options, int voiceFormat) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "start");
    fields.put("engineType", options.engine());
    fields.put("voiceFormat", voiceFormat);
    fields.put("wordInfo", 1);
    if (options.token() != null) {
      fields.put("token", options.token());
    }
    try (Jsonb jsonb = JsonbBuilder.create()) {
      return jsonb.toJson(fields);
    } catch (Exception e) {
      throw new IllegalStateException("Jsonb.close() has thrown", e);
    }
  }
}
