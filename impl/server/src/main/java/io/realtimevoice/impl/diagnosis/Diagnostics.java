package io.realtimevoice.impl.diagnosis;

import static io.realtimevoice.impl.diagnosis.FlightJson.orNull;

import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.impl.codec.BadMessageException;
import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.config.Settings;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.ClientMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The diagnosis over HTTP, below {@link #PATH}: what a client may ask with a nonce that only it
 * knows, and what an operator may ask with a token or in a role.
 *
 * <p>It knows no servlet: whoever has an HTTP request may ask. Any thread may.
 */
public final class Diagnostics {

  /** The path below the application's context path. */
  public static final String PATH = "/realtime-voice/diagnostics";

  private static final int MAX_BODY_BYTES = 32 * 1024;

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int TOO_LARGE = 413;
  private static final int TOO_MANY = 429;

  /**
   * An HTTP request.
   *
   * @param method such as {@code GET}
   * @param path what stands behind {@link #PATH}; null or with a slash at its begin
   * @param authorization the header; null for none
   * @param isSignedIn whether the container knows the caller
   * @param isInRole whether the caller has a role
   * @param body what was posted
   */
  public record Request(
      String method,
      @Nullable String path,
      @Nullable String authorization,
      boolean isSignedIn,
      Predicate<String> isInRole,
      InputStream body) {}

  /**
   * An HTTP answer.
   *
   * @param status the status
   * @param headers all that are to be set
   * @param body JSON, or nothing at all
   */
  public record Answer(int status, Map<String, String> headers, String body) {}

  private final Settings.Diagnostics settings;
  private final FlightRecorder recorder;
  private final JsonbCodec codec;
  private final InstantSource clock;
  private final Rate rate;
  private final Access access;
  private final Bundles bundles;

  /**
   * The diagnosis of one application.
   *
   * @param settings who may ask
   * @param recorder knows the connections
   * @param codec reads reports
   * @param bundles makes bundles
   * @param clock the time of day
   * @param nanoTime the time, for differences
   */
  public Diagnostics(
      Settings.Diagnostics settings,
      FlightRecorder recorder,
      JsonbCodec codec,
      Bundles bundles,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.settings = settings;
    this.recorder = recorder;
    this.codec = codec;
    this.bundles = bundles;
    this.clock = clock;
    this.rate = new Rate(nanoTime);
    this.access = new Access(settings);
  }

  /**
   * Answers a request.
   *
   * @param request for a path below {@link #PATH}
   * @return what to send
   * @throws IOException if the body cannot be read
   */
  public Answer answer(Request request) throws IOException {
    String path = request.path() == null ? "" : request.path();
    String[] steps = path.replaceFirst("^/", "").split("/", 2);
    String subject = steps.length > 1 ? steps[1] : "";
    return switch (steps[0]) {
      case "ping" -> open(request, "GET", this::ping);
      case "hello" -> open(request, "GET", () -> hello(subject));
      case "report" -> open(request, "POST", () -> report(request.body()));
      case "connections" -> guarded(request, () -> connection(subject));
      case "summary" -> guarded(request, () -> json(OK, bundles.summary()));
      case "bundle" -> guarded(request, () -> bundle(subject));
      default -> nothing();
    };
  }

  private interface Page {
    Answer give() throws IOException;
  }

  /** For pages of any origin: no cookie comes along, and what is told needs a nonce. */
  private static Answer open(Request request, String method, Page page) throws IOException {
    Answer answer =
        request.method().equals("OPTIONS")
            ? new Answer(NO_CONTENT, Map.of("Access-Control-Allow-Methods", method), "")
            : request.method().equals(method) ? page.give() : notAllowed(method);
    return with(
        answer,
        Map.of(
            "Access-Control-Allow-Origin",
            "*",
            "Access-Control-Allow-Headers",
            "Content-Type",
            "Access-Control-Max-Age",
            "600"));
  }

  private Answer guarded(Request request, Page page) throws IOException {
    if (!settings.on()) {
      return nothing();
    }
    if (!request.method().equals("GET")) {
      return notAllowed("GET");
    }
    return switch (access.of(request)) {
      case GRANTED -> page.give();
      case FORBIDDEN -> json(FORBIDDEN, empty());
      case UNKNOWN -> with(json(UNAUTHORIZED, empty()), Map.of("WWW-Authenticate", "Bearer"));
    };
  }

  private Answer ping() {
    return json(
        OK,
        Json.createObjectBuilder()
            .add("realtimeVoice", 1)
            .add("timestamp", clock.millis())
            .build());
  }

  private Answer hello(String nonce) {
    if (!settings.on()) {
      return nothing();
    }
    return recorder
        .findByNonce(nonce)
        .map(this::hello)
        .orElseGet(
            () -> json(NOT_FOUND, Json.createObjectBuilder().add("helloSeen", false).build()));
  }

  private Answer hello(Flight flight) {
    Finding finding = recorder.diagnose(flight);
    JsonObjectBuilder answer =
        Json.createObjectBuilder()
            .add("helloSeen", true)
            .add("connectionId", flight.id())
            .add("welcome", FlightJson.welcome(flight))
            .add("closeCode", orNull(flight.closeCode()))
            .add("closedMs", orNull(flight.closed()))
            .add("verdict", finding.verdict().name())
            .add("confidence", finding.confidence().name());
    return json(OK, answer.build());
  }

  private Answer report(InputStream body) throws IOException {
    if (!settings.on()) {
      return nothing();
    }
    if (!rate.allows()) {
      return json(TOO_MANY, empty());
    }
    byte[] bytes = body.readNBytes(MAX_BODY_BYTES + 1);
    if (bytes.length > MAX_BODY_BYTES) {
      return json(TOO_LARGE, empty());
    }
    try {
      if (codec.decode(new String(bytes, StandardCharsets.UTF_8))
          instanceof ClientMessage.Report report) {
        Optional<Flight> about = recorder.keep(report);
        if (report.verdict() != null) {
          Message.CLIENT_REPORT.log(about.map(Flight::id).orElse("-"), report.verdict());
        }
        return new Answer(NO_CONTENT, headers(), "");
      }
    } catch (BadMessageException e) {
      return json(BAD_REQUEST, empty());
    }
    return json(BAD_REQUEST, empty());
  }

  private Answer connection(String id) {
    return recorder
        .find(id)
        .map(flight -> json(OK, bundles.connection(flight)))
        .orElseGet(Diagnostics::nothing);
  }

  private Answer bundle(String id) {
    return recorder
        .find(id)
        .map(flight -> json(OK, bundles.bundle(flight)))
        .orElseGet(Diagnostics::nothing);
  }

  private static Answer nothing() {
    return json(NOT_FOUND, empty());
  }

  private static Answer notAllowed(String method) {
    return with(json(NOT_ALLOWED, empty()), Map.of("Allow", method));
  }

  private static JsonObject empty() {
    return JsonObject.EMPTY_JSON_OBJECT;
  }

  private static Answer json(int status, JsonObject body) {
    return new Answer(status, headers(), body.toString());
  }

  private static Map<String, String> headers() {
    return Map.of(
        "Content-Type",
        "application/json",
        "Cache-Control",
        "no-store",
        "X-Content-Type-Options",
        "nosniff");
  }

  private static Answer with(Answer answer, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(answer.headers());
    all.putAll(more);
    return new Answer(answer.status(), all, answer.body());
  }
}
