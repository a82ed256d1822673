package io.realtimevoice.client;

import io.realtimevoice.protocol.Protocol;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Writes the client's text messages. */
final class MessageWriter {

  static final String STOP = "{\"type\":\"stop\"}";

  private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

  private MessageWriter() {}

  static String hello(String nonce, Locale locale) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "hello");
    fields.put("version", Protocol.VERSION);
    fields.put("nonce", nonce);
    fields.put("locale", locale.toLanguageTag());
    fields.put("client", Map.of("platform", "java"));
    return json(fields);
  }

  static String ack(long received) {
    return "{\"type\":\"ack\",\"received\":" + received + "}";
  }

  static String heartbeat(long received, long timestamp) {
    return "{\"type\":\"heartbeat\",\"received\":" + received + ",\"timestamp\":" + timestamp + "}";
  }

  static String resume(String sessionId, String token, long received) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "resume");
    fields.put("sessionId", sessionId);
    fields.put("resumeToken", token);
    fields.put("received", received);
    return json(fields);
  }

  static String start(StartFields start) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "start");
    fields.putAll(start.asMap());
    return json(fields);
  }

  static String audio(ByteBuffer data) {
    byte[] bytes = new byte[data.remaining()];
    data.duplicate().get(bytes);
    String text = Base64.getEncoder().encodeToString(bytes);
    return "{\"type\":\"audio\",\"data\":\"" + text + "\"}";
  }

  /** Throws IllegalArgumentException if JSON has no such value. */
  static void check(String name, Object value) {
    json(Map.of(name, value));
  }

  private static String json(Map<String, Object> fields) {
    return BUILDERS.createObjectBuilder(fields).build().toString();
  }
}
