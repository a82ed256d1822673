package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.realtimevoice.client.FakeServer.Connection;
import io.realtimevoice.diagnosis.Verdict;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class TellingTest {

  @Test
  void isBoundedAndSaysHowMuchHadToGo() {
    Fixture client = new Fixture(Fixture.settings(3, 10, false));
    Connection connection = client.connected();
    for (int i = 0; i < 100; i++) {
      connection.receive("{\"type\":\"error\",\"message\":\"x\",\"code\":\"Y\"}");
    }

    assertEquals(10, client.journal.snapshot().entries().size());
    assertEquals(95, client.journal.snapshot().dropped());
  }

  @Test
  void namesNoTokenAndNoText() {
    Fixture client = new Fixture();
    Connection connection = client.connected();
    StartFields fields = StartFields.DEFAULT.token("secret").userId("secret");
    client.streams.start(fields, new CompletableFuture<>());
    connection.receive("{\"type\":\"ready\",\"message\":\"secret\"}");
    connection.receive(
        "{\"type\":\"result\",\"voiceId\":\"secret\",\"text\":\"secret\",\"isFinal\":true}");

    assertFalse(client.journal.snapshot().toString().contains("secret"));
    assertFalse(fields.toString().contains("secret"));
    assertEquals("+0.000 s hello number=1", client.journal.snapshot().entries().get(2).toString());
  }

  @Test
  void goesOnWhenAListenerThrows() {
    ManualClock clock = new ManualClock();
    VoiceListener broken =
        new VoiceListener() {
          @Override
          public void onState(ClientState from, ClientState to) {
            throw new IllegalStateException("planned");
          }
        };
    Teller teller = new Teller(broken, new Journal(clock, 10), Locale.ENGLISH);
    teller.become(ClientState.CONNECTING);

    assertEquals(ClientState.CONNECTING, teller.state());
  }

  @Test
  void isInTheLanguageOfTheUser() {
    assertEquals("无法连接服务器。", VoiceProblem.of(Verdict.CONNECT_FAILED, Locale.CHINA, "").title());
  }
}
