package io.realtimevoice.client.doctor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.realtimevoice.client.http.HelloAnswer;
import io.realtimevoice.client.network.Causes;
import io.realtimevoice.client.network.HttpAnswers;
import io.realtimevoice.client.network.ShownChain;
import io.realtimevoice.client.transport.Inquiry;
import io.realtimevoice.client.transport.Inquiry.Reach;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked by HTTP: the ping, and the WebSocket handshake. */
final class HttpSteps {

  private static final long LATE_MS = 2_000;
  private static final int SWITCHING = 101;
  private static final int BAD_REQUEST = 400;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int OK = 200;

  /** RFC 6455, section 1.3. */
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  /** A close frame of the client with code 1000, masked by zeros (RFC 6455, section 5.5.1). */
  private static final byte[] CLOSE = {(byte) 0x88, (byte) 0x82, 0, 0, 0, 0, 0x03, (byte) 0xe8};

  /** Answers of an application to what it takes for a plain request. */
  private static final Set<Integer> PLAIN = Set.of(200, 400, 404, 405, 426, 501);

  private static final List<String> SHOWN =
      List.of("Server", "Via", "Upgrade", "Connection", "Sec-WebSocket-Extensions", "Retry-After");

  private static final Map<String, String> JSON =
      Map.of("Accept", "application/json", "Connection", "close");

  private static final SecureRandom RANDOM = new SecureRandom();

  private HttpSteps() {}

  /** What came of the ping, and how far it got. */
  record Pinged(StepResult result, Reach reach) {}

  static Pinged ping(Way way) {
    Stopwatch watch = new Stopwatch();
    Map<String, Object> facts = new LinkedHashMap<>();
    Optional<String> path = way.target().diagnostics("/ping");
    if (path.isEmpty()) {
      facts.put("asked", false);
      return new Pinged(StepResult.good(Step.PING, 0, facts), Reach.SOMETHING);
    }
    Reach reach;
    try {
      HttpAnswer answer = get(way, path.get());
      facts.put("status", answer.status());
      reach =
          answer.status() == OK && HelloAnswer.isPing(json(answer))
              ? Reach.APPLICATION
              : Reach.SOMETHING;
    } catch (IOException e) {
      facts.put("answer", String.valueOf(e.getMessage()));
      reach = e instanceof Http.NoHttpException ? Reach.SOMETHING : Reach.NOTHING;
    }
    facts.put("application", reach == Reach.APPLICATION);
    return new Pinged(StepResult.good(Step.PING, watch.millis(), facts), reach);
  }

  /** What the server says of a hello. */
  static Inquiry.Answer inquire(Way way, String nonce) {
    Reach reach = ping(way).reach();
    Optional<String> path = way.target().diagnostics("/hello/" + nonce);
    if (reach != Reach.APPLICATION || path.isEmpty()) {
      return new Inquiry.Answer(reach, null);
    }
    try {
      return new Inquiry.Answer(reach, HelloAnswer.read(json(get(way, path.get()))).orElse(null));
    } catch (IOException e) {
      return new Inquiry.Answer(reach, null);
    }
  }

  static HttpAnswer get(Way way, String path) throws IOException {
    return get(way, path, JSON);
  }

  /** As an operator. */
  static HttpAnswer get(Way way, String path, Token token) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>(JSON);
    headers.put("Authorization", token.bearer());
    return get(way, path, headers);
  }

  private static HttpAnswer get(Way way, String path, Map<String, String> headers)
      throws IOException {
    try (Socket socket = way.inPassing().open()) {
      return Http.get(socket, way.target(), path, headers);
    }
  }

  /** The object in it. */
  static String json(HttpAnswer answer) {
    int begin = answer.body().indexOf('{');
    int end = answer.body().lastIndexOf('}');
    return begin < 0 || end < begin ? "" : answer.body().substring(begin, end + 1);
  }

  static StepResult upgrade(Way way, @Nullable String origin, Reach reach) {
    Stopwatch watch = new Stopwatch();
    Map<String, Object> facts = new LinkedHashMap<>();
    try {
      Optional<Finding> finding = handshake(way, origin, reach, facts);
      return finding.isEmpty()
          ? opened(watch.millis(), facts)
          : StepResult.bad(Step.UPGRADE, watch.millis(), facts, finding.get());
    } catch (IOException e) {
      return StepResult.bad(Step.UPGRADE, watch.millis(), facts, failed(way, e));
    }
  }

  private static StepResult opened(long millis, Map<String, Object> facts) {
    if (millis <= LATE_MS) {
      return StepResult.good(Step.UPGRADE, millis, facts);
    }
    Finding finding =
        Finding.of(Verdict.SERVER_SLOW, Confidence.MEDIUM, "HTTP 101 after " + millis + " ms");
    return StepResult.remark(Step.UPGRADE, millis, facts, finding);
  }

  private static Optional<Finding> handshake(
      Way way, @Nullable String origin, Reach reach, Map<String, Object> facts) throws IOException {
    String key = key();
    try (Socket socket = way.open()) {
      HttpAnswer answer =
          Http.get(socket, way.target(), way.target().request(), headers(key, origin));
      note(answer, facts);
      if (answer.status() != SWITCHING) {
        return Optional.of(refused(way, origin, reach, answer));
      }
      List<String> missing = missing(answer, key);
      facts.put("accepted", missing.isEmpty());
      if (!missing.isEmpty()) {
        List<String> evidence = new ArrayList<>(List.of("HTTP 101"));
        evidence.addAll(missing);
        return Optional.of(new Finding(Verdict.UPGRADE_STRIPPED, Confidence.HIGH, evidence));
      }
      socket.getOutputStream().write(CLOSE);
      socket.getOutputStream().flush();
      return Optional.empty();
    }
  }

  private static Map<String, String> headers(String key, @Nullable String origin) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Upgrade", "websocket");
    headers.put("Connection", "Upgrade");
    headers.put("Sec-WebSocket-Key", key);
    headers.put("Sec-WebSocket-Version", "13");
    if (origin != null) {
      headers.put("Origin", origin);
    }
    return headers;
  }

  private static Finding refused(Way way, @Nullable String origin, Reach reach, HttpAnswer answer) {
    int status = answer.status();
    String fact = "HTTP " + status;
    boolean plain = !way.target().secure();
    if (plain
        && status == BAD_REQUEST
        && answer.body().toUpperCase(Locale.ROOT).contains("HTTPS")) {
      return Finding.of(Verdict.TLS_REQUIRED, Confidence.HIGH, fact, "the answer speaks of HTTPS");
    }
    if (status == FORBIDDEN && origin != null && opensWithoutOrigin(way)) {
      return Finding.of(
          Verdict.FORBIDDEN_ORIGIN, Confidence.HIGH, fact, "it opens without an origin");
    }
    if (reach == Reach.APPLICATION && PLAIN.contains(status)) {
      return Finding.of(
          Verdict.UPGRADE_STRIPPED,
          Confidence.HIGH,
          fact,
          "plain HTTP reaches the application beside it");
    }
    Finding finding = HttpAnswers.refused(status, answer.has("Retry-After"));
    if (reach == Reach.APPLICATION && finding.verdict() == Verdict.HANDSHAKE_REFUSED) {
      // Without its key, or its Connection header, it is a mistake, or makes some servers fail.
      return Finding.of(
          Verdict.UPGRADE_STRIPPED,
          Confidence.MEDIUM,
          fact,
          "plain HTTP reaches the application beside it");
    }
    if (status == NOT_FOUND && way.target().diagnostics("").isPresent()) {
      return Finding.of(
          finding.verdict(), Confidence.HIGH, fact, "the ping beside it finds nothing either");
    }
    return finding;
  }

  private static boolean opensWithoutOrigin(Way way) {
    return upgrade(way, null, Reach.SOMETHING).ok();
  }

  private static List<String> missing(HttpAnswer answer, String key) {
    List<String> missing = new ArrayList<>();
    if (!answer.header("Upgrade").equalsIgnoreCase("websocket")) {
      missing.add("no Upgrade: websocket");
    }
    if (!answer.header("Connection").toLowerCase(Locale.ROOT).contains("upgrade")) {
      missing.add("no Connection: Upgrade");
    }
    if (!answer.header("Sec-WebSocket-Accept").equals(accept(key))) {
      missing.add("wrong Sec-WebSocket-Accept");
    }
    return missing;
  }

  private static Finding failed(Way way, IOException thrown) {
    if (thrown instanceof SocketTimeoutException) {
      return Finding.of(
          Verdict.HANDSHAKE_TIMED_OUT,
          Confidence.HIGH,
          "no answer to the handshake in " + way.timeoutMs() + " ms");
    }
    String said = String.valueOf(thrown.getMessage());
    boolean alert = thrown instanceof Http.NoHttpException none && none.isAlert();
    if (!way.target().secure() && (alert || speaksTls(way))) {
      return Finding.of(Verdict.TLS_REQUIRED, Confidence.HIGH, said, "the port speaks TLS");
    }
    return thrown instanceof Http.NoHttpException
        ? Finding.of(Verdict.HANDSHAKE_REFUSED, Confidence.MEDIUM, said)
        : Causes.of(thrown);
  }

  private static boolean speaksTls(Way way) {
    return !ShownChain.of(way.target().host(), way.target().port(), way.lookMs()).isEmpty();
  }

  private static void note(HttpAnswer answer, Map<String, Object> facts) {
    facts.put("status", answer.status());
    for (String name : SHOWN) {
      if (answer.has(name)) {
        facts.put(name, answer.header(name));
      }
    }
    if (answer.has("Location")) {
      facts.put(
          "Location",
          answer.header("Location").replaceAll("//[^/@]*@", "//").replaceAll("[?#].*", ""));
    }
    if (answer.has("WWW-Authenticate")) {
      facts.put("WWW-Authenticate", answer.header("WWW-Authenticate").split(" ", 2)[0]);
    }
  }

  private static String key() {
    byte[] nonce = new byte[16];
    RANDOM.nextBytes(nonce);
    return Base64.getEncoder().encodeToString(nonce);
  }

  static String accept(String key) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      return Base64.getEncoder().encodeToString(sha1.digest((key + GUID).getBytes(US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JVM has it", e);
    }
  }
}
