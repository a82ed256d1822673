package io.realtimevoice.client.doctor;

import io.realtimevoice.client.network.Silence;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.CloseCode;
import io.realtimevoice.protocol.Protocol;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One connection to the channel, from the hello to the close, as a client of ours has it. */
final class Talk {

  private static final Set<String> UNCOUNTED =
      Set.of("welcome", "ack", "heartbeat", "goaway", "gap", "resumed");

  private final Way way;
  private final Line line;
  private final String language;
  private final Patience patience;
  private final String nonce = UUID.randomUUID().toString();
  private @Nullable String error;
  private long heartbeatMs;
  private long received;
  private long lastTraffic;

  Talk(Way way, Line line, String language, Patience patience) {
    this.way = way;
    this.line = line;
    this.language = language;
    this.patience = patience;
  }

  String nonce() {
    return nonce;
  }

  /** Up to the welcome that answers the hello. */
  StepResult welcome() throws InterruptedException {
    Map<String, Object> facts = new LinkedHashMap<>();
    Line.Event first = line.next(way.timeoutMs() * 2L);
    if (!(first instanceof Line.Open open)) {
      return bad(Step.WELCOME, facts, unopened(first));
    }
    facts.put("openMs", open.at());
    hello();
    int hellos = 1;
    boolean welcomed = false;
    long until = open.at() + patience.silentMs();
    while (line.now() < until) {
      long again =
          hellos <= patience.helloMs().size()
              ? open.at() + patience.helloMs().get(hellos - 1)
              : until;
      Line.Event event = line.next(Math.min(again, until));
      if (event == null) {
        if (hellos <= patience.helloMs().size() && line.now() < until) {
          hello();
          hellos++;
        }
        continue;
      }
      long before = lastTraffic;
      lastTraffic = line.now();
      if (event instanceof Line.Closed closed) {
        return bad(Step.WELCOME, facts, closed(closed, before));
      }
      if (!(event instanceof Line.Text text)) {
        continue;
      }
      JsonObject message = Json.object(text.text()).orElse(null);
      if (message == null || Json.text(message, "type").isEmpty()) {
        return bad(Step.WELCOME, facts, foreign());
      }
      String type = Json.text(message, "type");
      count(type);
      if (!type.equals("welcome")) {
        if (type.equals("error")) {
          error = name(Json.text(message, "code"));
          facts.put("error", error);
        }
        continue;
      }
      long late = text.at() - open.at();
      if (!welcomed) {
        facts.put("welcomeMs", late);
        note(message, facts);
      }
      welcomed = true;
      long version = Json.number(message, "version", 0);
      if (version != 0 && version != Protocol.VERSION) {
        Finding finding =
            Finding.of(Verdict.VERSION_MISMATCH, Confidence.HIGH, "version " + version);
        return bad(Step.WELCOME, facts, finding);
      }
      if (version == 0 || nonce.equals(Json.text(message, "nonce"))) {
        facts.put("hellos", hellos);
        facts.put("helloMs", late);
        return greeted(facts);
      }
    }
    return bad(
        Step.WELCOME,
        facts,
        Silence.of(welcomed, patience.silentMs(), HttpSteps.inquire(way, nonce)));
  }

  /** Says nothing but what keeps a client's connection alive. */
  StepResult hold(long millis) throws InterruptedException {
    Stopwatch watch = new Stopwatch();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("askedMs", millis);
    long until = line.now() + millis;
    long silence = 0;
    long asked = -1;
    long messages = 0;
    while (line.now() < until) {
      long ask = heartbeatMs > 0 ? lastTraffic + heartbeatMs : until;
      long deadline = asked >= 0 ? asked + patience.answerMs() : ask;
      Line.Event event = line.next(Math.min(until, deadline));
      if (event instanceof Line.Closed closed) {
        return cut(watch, facts, closed);
      }
      if (event instanceof Line.Text text) {
        silence = Math.max(silence, text.at() - lastTraffic);
        lastTraffic = text.at();
        asked = -1;
        messages++;
        heard(text.text());
      } else if (event == null && asked >= 0 && line.now() >= asked + patience.answerMs()) {
        Finding finding =
            Finding.of(
                Verdict.HALF_OPEN,
                Confidence.HIGH,
                "no answer to a heartbeat in " + patience.answerMs() + " ms");
        return StepResult.bad(Step.HOLD, watch.millis(), facts, finding);
      } else if (event == null && asked < 0 && heartbeatMs > 0 && line.now() >= ask) {
        silence = Math.max(silence, line.now() - lastTraffic);
        asked = line.now();
        lastTraffic = asked;
        heartbeat();
      }
    }
    facts.put("longestSilenceMs", Math.max(silence, line.now() - lastTraffic));
    facts.put("messages", messages);
    return StepResult.good(Step.HOLD, watch.millis(), facts);
  }

  /** Says goodbye. */
  StepResult close() throws InterruptedException {
    Stopwatch watch = new Stopwatch();
    Map<String, Object> facts = new LinkedHashMap<>();
    line.close();
    long until = line.now() + Math.min(way.timeoutMs(), 2_000);
    for (Line.Event event = line.next(until); event != null; event = line.next(until)) {
      if (event instanceof Line.Closed closed) {
        facts.put(IdleCut.SILENCE, closed.at() - lastTraffic);
        facts.put("code", closed.code());
        break;
      }
    }
    return StepResult.good(Step.CLOSE, watch.millis(), facts);
  }

  private StepResult greeted(Map<String, Object> facts) {
    if (number(facts, "welcomeMs") <= patience.lateMs()) {
      return StepResult.good(Step.WELCOME, line.now(), facts);
    }
    Finding finding =
        Finding.of(
            Verdict.SERVER_SLOW,
            Confidence.HIGH,
            "welcome " + number(facts, "welcomeMs") + " ms after the open");
    return StepResult.remark(Step.WELCOME, line.now(), facts, finding);
  }

  private static long number(Map<String, Object> facts, String name) {
    return facts.get(name) instanceof Long number ? number : 0;
  }

  private StepResult cut(Stopwatch watch, Map<String, Object> facts, Line.Closed closed) {
    facts.put("cutAfterMs", watch.millis());
    facts.put(IdleCut.SILENCE, closed.at() - lastTraffic);
    facts.put("code", closed.code());
    if (closed.code() == CloseCode.START_TIMEOUT.code()) {
      // So it should: the doctor opens no stream.
      facts.put("startTimeout", true);
      return StepResult.good(Step.HOLD, watch.millis(), facts);
    }
    return StepResult.bad(Step.HOLD, watch.millis(), facts, closed(closed, lastTraffic));
  }

  private void heard(String text) {
    Json.object(text)
        .ifPresent(
            message -> {
              String type = Json.text(message, "type");
              count(type);
              if (type.equals("heartbeat")) {
                heartbeat();
              } else if (type.equals("error")) {
                error = name(Json.text(message, "code"));
              }
            });
  }

  private void count(String type) {
    if (!UNCOUNTED.contains(type)) {
      received++;
    }
  }

  private void hello() {
    lastTraffic = line.now();
    line.send(
        "{\"type\":\"hello\",\"version\":"
            + Protocol.VERSION
            + ",\"nonce\":\""
            + nonce
            + "\",\"locale\":\""
            + language
            + "\",\"client\":{\"platform\":\"doctor\"}}");
  }

  private void heartbeat() {
    line.send("{\"type\":\"heartbeat\",\"received\":" + received + ",\"timestamp\":0}");
  }

  private void note(JsonObject welcome, Map<String, Object> facts) {
    facts.put("version", Json.number(welcome, "version", 0));
    facts.put("attempt", Json.number(welcome, "attempt", 1));
    heartbeatMs = Json.number(welcome, "heartbeatMs", 0);
    facts.put("heartbeatMs", heartbeatMs);
    facts.put("resumeWindowMs", Json.number(welcome, "resumeWindowMs", 0));
  }

  private Finding unopened(Line.@Nullable Event first) {
    if (first instanceof Line.Failed failed) {
      return failed.finding();
    }
    return Finding.of(
        Verdict.HANDSHAKE_TIMED_OUT,
        Confidence.MEDIUM,
        "not open in " + 2 * way.timeoutMs() + " ms");
  }

  private Finding closed(Line.Closed closed, long traffic) {
    return line.ended(closed, error, traffic);
  }

  private static Finding foreign() {
    return Finding.of(
        Verdict.NOT_OUR_PROTOCOL, Confidence.HIGH, "the first message is none of this protocol");
  }

  private static String name(String code) {
    return code.matches("[A-Z_]{1,32}") ? code : "?";
  }

  private StepResult bad(Step step, Map<String, Object> facts, Finding finding) {
    return StepResult.bad(step, line.now(), facts, finding);
  }
}
