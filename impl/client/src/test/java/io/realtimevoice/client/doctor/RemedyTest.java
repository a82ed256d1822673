package io.realtimevoice.client.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.diagnosis.Place;
import io.realtimevoice.diagnosis.Verdict;
import org.junit.jupiter.api.Test;

/** What is to be written where, for the channel that was looked at. */
class RemedyTest {

  @Test
  void hasTheNamesOfTheChannel() {
    assertEquals(
        "location /app/realtime-voice/ { proxy_pass http://BACKEND; }",
        nginx("wss://host.example/app/realtime-voice/stream?x=1"));
  }

  @Test
  void hasNoContextAtTheRoot() {
    assertEquals(
        "location /realtime-voice/ { proxy_pass http://BACKEND; }",
        nginx("wss://host.example/realtime-voice/stream"));
  }

  private static String nginx(String url) {
    return Remedy.fixes(Verdict.NOT_FOUND, Target.of(url).orElseThrow()).stream()
        .filter(fix -> fix.place() == Place.NGINX)
        .findFirst()
        .orElseThrow()
        .setting();
  }
}
