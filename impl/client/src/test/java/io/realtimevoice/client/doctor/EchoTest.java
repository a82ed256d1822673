package io.realtimevoice.client.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Audio there and back. */
class EchoTest {

  private static final int BINARY = 2;
  private static final int FRAMES = 50;

  @Test
  void isMeasured() throws Exception {
    StepResult result =
        echo(
            10_000,
            call -> {
              for (int i = 0; i < FRAMES; i++) {
                call.frame(BINARY, call.message());
              }
            });

    assertTrue(result.ok(), result::toString);
    assertEquals("50/50", result.facts().get("frames"));
    for (String figure : List.of("minMs", "medianMs", "p95Ms", "maxMs")) {
      assertNotNull(result.facts().get(figure), result::toString);
    }
  }

  @Test
  void thatComesAllAtOnceWasHeldBack() throws Exception {
    StepResult result =
        echo(
            10_000,
            call -> {
              List<byte[]> held = new ArrayList<>();
              for (int i = 0; i < FRAMES; i++) {
                held.add(call.message());
              }
              for (byte[] each : held) {
                call.frame(BINARY, each);
              }
            });

    assertNotNull(result.finding(), result::toString);
    assertEquals(Verdict.PROXY_BUFFERS, result.finding().verdict());
  }

  @Test
  void thatStopsIsALostConnection() throws Exception {
    StepResult result =
        echo(
            200,
            call -> {
              call.frame(BINARY, call.message());
              call.listen();
            });

    assertNotNull(result.finding(), result::toString);
    assertEquals(Verdict.HALF_OPEN, result.finding().verdict());
    assertEquals("1/50", result.facts().get("frames"));
  }

  private static StepResult echo(int timeoutMs, Peer.Script script) throws Exception {
    try (Peer peer =
        Peer.of(
            call -> {
              call.request();
              call.upgrade();
              script.play(call);
              call.listen();
            })) {
      Way way = Ways.to(peer.url("ws"));
      try (Line line = Line.to(way.target().uri(), way.trust(), null, way.timeoutMs())) {
        return EchoStep.run(line, timeoutMs);
      }
    }
  }
}
