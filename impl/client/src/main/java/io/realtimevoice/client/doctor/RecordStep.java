package io.realtimevoice.client.doctor;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server's own record of our connection. What it does not tell is not held against it. */
final class RecordStep {

  private static final List<String> RUNGS =
      List.of("attempts", "attemptedMs", "sentMs", "receivedMs", "acknowledgedMs");

  /** The fact by which the server's own record is found. */
  static final String CONNECTION = "connectionId";

  private RecordStep() {}

  static StepResult run(Way way, String nonce) {
    Stopwatch watch = new Stopwatch();
    Map<String, Object> facts = new LinkedHashMap<>();
    Optional<String> path = way.target().diagnostics("/hello/" + nonce);
    try {
      Optional<JsonObject> told =
          path.isEmpty()
              ? Optional.empty()
              : Json.object(HttpSteps.json(HttpSteps.get(way, path.get())));
      facts.put("diagnostics", told.filter(each -> each.containsKey("helloSeen")).isPresent());
      told.ifPresent(each -> note(each, facts));
    } catch (IOException e) {
      facts.put("diagnostics", false);
    }
    return StepResult.good(Step.RECORD, watch.millis(), facts);
  }

  private static void note(JsonObject told, Map<String, Object> facts) {
    if (told.containsKey("helloSeen")) {
      facts.put("helloSeen", told.get("helloSeen") == JsonValue.TRUE);
    }
    String id = Json.text(told, CONNECTION);
    if (!id.isEmpty()) {
      facts.put(CONNECTION, id);
    }
    if (told.get("welcome") instanceof JsonObject welcome) {
      for (String rung : RUNGS) {
        if (welcome.get(rung) instanceof JsonNumber at) {
          facts.put(rung, at.longValue());
        }
      }
    }
    String verdict = Json.text(told, "verdict");
    if (verdict.matches("[A-Z_]{1,32}")) {
      facts.put("serverSays", verdict);
    }
  }
}
