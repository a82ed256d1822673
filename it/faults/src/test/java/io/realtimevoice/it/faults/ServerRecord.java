package io.realtimevoice.it.faults;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

/** What the server itself has made of the only client that was not well, or of all that were. */
final class ServerRecord implements Observer {

  private final Observer usual;

  /** With whoever visits where nobody else is named. */
  ServerRecord(Observer usual) {
    this.usual = usual;
  }

  @Override
  public Observation look(Situation situation) throws Exception {
    long begun = System.nanoTime();
    if (situation.visit() == null) {
      usual.look(situation);
    } else {
      situation.visit().run();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    JsonObject summary = summary(situation.server());
    List<JsonObject> unwell =
        summary.getJsonArray("latestNotHealthy").getValuesAs(JsonObject.class);
    if (unwell.isEmpty()) {
      List<String> seen =
          Stream.of("open", "closed")
              .flatMap(each -> summary.getJsonObject(each).keySet().stream())
              .distinct()
              .toList();
      return new Observation(Verdict.valueOf(seen.get(0)), Confidence.HIGH, seconds, "all of them");
    }
    JsonObject first = unwell.get(0);
    return new Observation(
        Verdict.valueOf(first.getString("verdict")),
        Confidence.valueOf(first.getString("confidence")),
        seconds,
        "close code " + first.get("closeCode"));
  }

  private static JsonObject summary(Backend server) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(server.diagnostics("/summary"))
            .header("Authorization", "Bearer " + Backend.TOKEN)
            .build();
    String body =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return reader.readObject();
    }
  }
}
