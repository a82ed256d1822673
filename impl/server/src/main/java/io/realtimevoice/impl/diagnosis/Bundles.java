package io.realtimevoice.impl.diagnosis;

import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.Protocol;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a supporter needs: one connection as both sides saw it, what it ran on, and how the others
 * fare.
 */
public final class Bundles {

  /** So many connections that were not healthy are named in a summary. */
  private static final int NAMED = 50;

  private final FlightRecorder recorder;
  private final Map<String, String> settings;
  private final String container;
  private final InstantSource clock;

  /**
   * Bundles of one application.
   *
   * @param recorder knows the connections
   * @param settings by name, without secrets
   * @param container what the container calls itself
   * @param clock the time of day
   */
  public Bundles(
      FlightRecorder recorder,
      Map<String, String> settings,
      String container,
      InstantSource clock) {
    this.recorder = recorder;
    this.settings = settings;
    this.container = container;
    this.clock = clock;
  }

  /** One connection as both sides saw it. */
  JsonObject connection(Flight flight) {
    ClientReports.Kept told = told(flight);
    return connection(flight, recorder.diagnose(flight, told), told);
  }

  private static JsonObject connection(
      Flight flight, Finding finding, ClientReports.@Nullable Kept told) {
    return FlightJson.flight(flight)
        .add("diagnosis", FlightJson.finding(finding))
        .add("clientReport", told == null ? JsonValue.NULL : FlightJson.report(told))
        .build();
  }

  /** All that is needed to find out what was wrong with a connection. */
  JsonObject bundle(Flight flight) {
    ClientReports.Kept told = told(flight);
    Finding finding = recorder.diagnose(flight, told);
    return Json.createObjectBuilder()
        .add("bundle", 1)
        .add("madeAt", clock.instant().toString())
        .add("asked", asked(flight, finding, told))
        .add("connection", connection(flight, finding, told))
        .add("versions", versions())
        .add("settings", FlightJson.object(settings))
        .add("others", others())
        .build();
  }

  /** The four things that a supporter asks for. */
  private static JsonObject asked(
      Flight flight, Finding finding, ClientReports.@Nullable Kept told) {
    return Json.createObjectBuilder()
        .add("when", Instant.ofEpochMilli(flight.openedAt()).toString())
        .add("connectionId", flight.id())
        .add("client", FlightJson.network(flight.handshake()))
        .add("verdict", finding.verdict().name())
        .add("clientVerdict", FlightJson.orNull(told == null ? null : told.report().verdict()))
        .build();
  }

  /** How all connections that are recorded fare. */
  JsonObject summary() {
    List<Flight> flights = recorder.all();
    Map<Verdict, Integer> closed = new TreeMap<>();
    Map<Verdict, Integer> open = new TreeMap<>();
    JsonArrayBuilder unwell = Json.createArrayBuilder();
    int named = 0;
    for (Flight flight : flights) {
      Finding finding = recorder.diagnose(flight);
      (flight.isClosed() ? closed : open).merge(finding.verdict(), 1, Integer::sum);
      if (finding.verdict() != Verdict.HEALTHY && named < NAMED) {
        named++;
        unwell.add(brief(flight, finding));
      }
    }
    JsonArrayBuilder loose = Json.createArrayBuilder();
    recorder.reports().loose().forEach(kept -> loose.add(FlightJson.report(kept)));
    return Json.createObjectBuilder()
        .add("madeAt", clock.instant().toString())
        .add("connections", recorder.opened())
        .add("recorded", flights.size())
        .add("open", counts(open))
        .add("closed", counts(closed))
        .add("latestNotHealthy", unwell)
        .add("reportsOfUnknownConnections", loose)
        .add("versions", versions())
        .build();
  }

  private static JsonObject brief(Flight flight, Finding finding) {
    return Json.createObjectBuilder()
        .add("connectionId", flight.id())
        .add("openedAt", Instant.ofEpochMilli(flight.openedAt()).toString())
        .add("client", flight.handshake().client())
        .add("closeCode", FlightJson.orNull(flight.closeCode()))
        .add("verdict", finding.verdict().name())
        .add("confidence", finding.confidence().name())
        .build();
  }

  /** Read once, so that all parts rest on the same. */
  private ClientReports.@Nullable Kept told(Flight flight) {
    return recorder.reports().about(flight.id()).orElse(null);
  }

  /** Whether it was this connection alone. */
  private JsonObject others() {
    Map<Verdict, Integer> all = new TreeMap<>();
    recorder.all().forEach(each -> all.merge(recorder.diagnose(each).verdict(), 1, Integer::sum));
    return counts(all);
  }

  private static JsonObject counts(Map<Verdict, Integer> counts) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    counts.forEach((verdict, count) -> object.add(verdict.name(), count));
    return object.build();
  }

  private JsonObject versions() {
    return Json.createObjectBuilder()
        .add("channel", shown(Bundles.class.getPackage().getImplementationVersion()))
        .add("protocol", Protocol.VERSION)
        .add("container", container)
        .add("java", shown(System.getProperty("java.version")))
        .add("vm", shown(System.getProperty("java.vm.name")))
        .add("os", shown(System.getProperty("os.name")))
        .build();
  }

  private static String shown(@Nullable String value) {
    return value == null ? "unknown" : value;
  }
}
