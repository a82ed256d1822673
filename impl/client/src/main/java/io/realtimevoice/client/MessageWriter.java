package io.realtimevoice.client;

import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.Protocol;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  static String resume(
      String sessionId, String resumeToken, long received, @Nullable String token) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "resume");
    fields.put("sessionId", sessionId);
    fields.put("resumeToken", resumeToken);
    fields.put("received", received);
    if (token != null) {
      fields.put("token", token);
    }
    return json(fields);
  }

  static String start(StartFields start) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", "start");
    fields.putAll(start.asMap());
    return json(fields);
  }

  /** What has become of a connection, in the words of its timeline. */
  static String report(
      Finding finding, String nonce, String sessionId, List<TimelineEntry> timeline) {
    JsonArrayBuilder entries = BUILDERS.createArrayBuilder();
    timeline.forEach(each -> entries.add(entry(each)));
    JsonObjectBuilder report =
        BUILDERS
            .createObjectBuilder()
            .add("type", "report")
            .add("verdict", finding.verdict().name())
            .add("confidence", finding.confidence().name())
            .add("nonce", nonce);
    if (!sessionId.isEmpty()) {
      report.add("sessionId", sessionId);
    }
    return report.add("timeline", entries).build().toString();
  }

  private static JsonObjectBuilder entry(TimelineEntry entry) {
    JsonObjectBuilder written =
        BUILDERS.createObjectBuilder().add("at", entry.atMs()).add("event", entry.event().id());
    if (entry.detail().get("verdict") instanceof Verdict verdict) {
      written.add("verdict", verdict.name());
    }
    if (entry.detail().get("code") instanceof Integer code) {
      written.add("code", code);
    }
    if (entry.detail().get("number") instanceof Integer number) {
      written.add("number", number);
    }
    return written;
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
