package io.realtimevoice.impl.diagnosis;

import static io.realtimevoice.impl.diagnosis.Flight.NEVER;
import static io.realtimevoice.impl.diagnosis.Flight.millis;

import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.impl.connection.Traffic;
import io.realtimevoice.protocol.ClientMessage.Report;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Records of connections as JSON; times in milliseconds after the open. */
final class FlightJson {

  private record Entry(int at, String event) {}

  private FlightJson() {}

  static JsonObject welcome(Flight flight) {
    return Json.createObjectBuilder()
        .add("attempts", flight.attempts())
        .add("attemptedMs", orNull(flight.attempted()))
        .add("sentMs", orNull(flight.sent()))
        .add("receivedMs", orNull(flight.received()))
        .add("acknowledgedMs", orNull(flight.acknowledged()))
        .build();
  }

  /** What the server saw of a connection. */
  static JsonObjectBuilder flight(Flight flight) {
    return Json.createObjectBuilder()
        .add("connectionId", flight.id())
        .add("openedAt", Instant.ofEpochMilli(flight.openedAt()).toString())
        .add("sessionId", orNull(flight.sessionId()))
        .add("resumedSessionId", orNull(flight.resumedSessionId()))
        .add("network", network(flight.handshake()))
        .add("welcome", welcome(flight))
        .add("helloMs", orNull(flight.hello()))
        .add("startMs", orNull(flight.started()))
        .add("readyMs", orNull(flight.ready()))
        .add("traffic", traffic(flight))
        .add(
            "lastError",
            flight.lastError() == null
                ? JsonValue.NULL
                : Json.createValue(flight.lastError().name()))
        .add("closeCode", orNull(flight.closeCode()))
        .add("closedMs", orNull(flight.closed()))
        .add("closedBy", closedBy(flight))
        .add("timeline", timeline(flight));
  }

  static JsonObject network(HandshakeFacts facts) {
    return Json.createObjectBuilder()
        .add("endpoint", facts.endpoint().name().toLowerCase(Locale.ROOT))
        .add("client", facts.client())
        .add("webPage", facts.origin())
        .add("forwarded", facts.forwarded())
        .add("secure", facts.secure())
        .build();
  }

  static JsonObject finding(Finding finding) {
    Verdict verdict = finding.verdict();
    JsonArrayBuilder actors = Json.createArrayBuilder();
    verdict.actors().forEach(actor -> actors.add(actor.name()));
    JsonArrayBuilder fixes = Json.createArrayBuilder();
    verdict
        .fixes()
        .forEach(
            fix ->
                fixes.add(
                    Json.createObjectBuilder()
                        .add("place", fix.place().shown())
                        .add("setting", fix.setting())));
    return Json.createObjectBuilder()
        .add("verdict", verdict.name())
        .add("confidence", finding.confidence().name())
        .add("evidence", Json.createArrayBuilder(finding.evidence()))
        .add("title", texts(verdict.title(Locale.ENGLISH), verdict.title(Locale.CHINESE)))
        .add("advice", texts(verdict.advice(Locale.ENGLISH), verdict.advice(Locale.CHINESE)))
        .add("actors", actors)
        .add("fixes", fixes)
        .build();
  }

  /** What a client reported. */
  static JsonObject report(ClientReports.Kept kept) {
    Report report = kept.report();
    JsonArrayBuilder timeline = Json.createArrayBuilder();
    report.timeline().forEach(step -> timeline.add(step(step)));
    return Json.createObjectBuilder()
        .add("reportedAt", Instant.ofEpochMilli(kept.at()).toString())
        .add("verdict", orNull(report.verdict()))
        .add("confidence", orNull(report.confidence()))
        .add("sessionId", orNull(report.sessionId()))
        .add("timeline", timeline)
        .build();
  }

  static JsonValue orNull(int value) {
    return value == NEVER ? JsonValue.NULL : Json.createValue(value);
  }

  static JsonValue orNull(@Nullable String value) {
    return value == null ? JsonValue.NULL : Json.createValue(value);
  }

  static JsonObject object(Map<String, String> values) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    new TreeMap<>(values).forEach(object::add);
    return object.build();
  }

  private static JsonObject texts(String english, String chinese) {
    return Json.createObjectBuilder().add("en", english).add("zh", chinese).build();
  }

  private static JsonObject step(Report.Step step) {
    JsonObjectBuilder shown =
        Json.createObjectBuilder().add("at", step.at()).add("event", step.event());
    if (step.verdict() != null) {
      shown.add("verdict", step.verdict());
    }
    if (step.code() != null) {
      shown.add("code", step.code());
    }
    if (step.number() != null) {
      shown.add("number", step.number());
    }
    return shown.build();
  }

  private static JsonObject traffic(Flight flight) {
    Traffic traffic = flight.traffic();
    return Json.createObjectBuilder()
        .add("textsIn", traffic.textsIn())
        .add("charsIn", traffic.charsIn())
        .add("binariesIn", traffic.binariesIn())
        .add("bytesIn", traffic.bytesIn())
        .add("textsOut", traffic.textsOut())
        .add("charsOut", traffic.charsOut())
        .add("binariesOut", traffic.binariesOut())
        .add("bytesOut", traffic.bytesOut())
        .add("firstAudioInMs", orNull(millis(traffic.firstAudioIn())))
        .add("lastInMs", orNull(millis(traffic.lastIn())))
        .add("lastOutMs", orNull(millis(traffic.lastOut())))
        .add("sendRetries", flight.retries())
        .add("droppedBytes", flight.dropped())
        .build();
  }

  private static JsonValue closedBy(Flight flight) {
    if (!flight.isClosed()) {
      return JsonValue.NULL;
    }
    return Json.createValue(flight.isClosedByServer() ? "server" : "client or network");
  }

  private static JsonArrayBuilder timeline(Flight flight) {
    JsonArrayBuilder timeline = Json.createArrayBuilder();
    Stream.of(
            new Entry(0, "open"),
            new Entry(flight.attempted(), "welcome_attempted"),
            new Entry(flight.sent(), "welcome_sent"),
            new Entry(flight.received(), "welcome_received"),
            new Entry(flight.acknowledged(), "welcome_acknowledged"),
            new Entry(flight.hello(), "hello"),
            new Entry(flight.started(), "start"),
            new Entry(flight.ready(), "ready"),
            new Entry(millis(flight.traffic().firstAudioIn()), "first_audio"),
            new Entry(millis(flight.traffic().lastIn()), "last_in"),
            new Entry(millis(flight.traffic().lastOut()), "last_out"),
            new Entry(flight.closed(), "close"))
        .filter(entry -> entry.at() != NEVER)
        .sorted(Comparator.comparingInt(Entry::at))
        .forEach(
            entry ->
                timeline.add(
                    Json.createObjectBuilder().add("at", entry.at()).add("event", entry.event())));
    return timeline;
  }
}
