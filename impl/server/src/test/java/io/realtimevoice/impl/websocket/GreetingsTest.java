package io.realtimevoice.impl.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.ServerMessage;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.WelcomeProvider;
import jakarta.json.bind.JsonbBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GreetingsTest {

  private static final JsonbCodec CODEC = new JsonbCodec(JsonbBuilder.create());
  private static final ServerMessage.Limits LIMITS = new ServerMessage.Limits(1024, 2048, 3000);

  private final FakeSession session = new FakeSession("c-1");
  private long now = 1_700_000_000_000L;

  @Test
  void toTheChannelCarryWhatTheClientNeeds() {
    assertEquals(
        "{\"type\":\"welcome\",\"message\":\"已连接，可以开始说话。\",\"timestamp\":1700000000000,"
            + "\"version\":1,\"sessionId\":\"s-1\",\"attempt\":1,\"limits\":{\"maxTextChars\":1024,"
            + "\"maxBinaryBytes\":2048,\"startTimeoutMs\":3000},\"formats\":[1,4,6],\"nonce\":\"n-1\","
            + "\"resumeToken\":\"t-1\",\"heartbeatMs\":5000,\"resumeWindowMs\":120000}",
        greetings(null)
            .toChannel(
                "已连接，可以开始说话。", "s-1", LIMITS, new ServerMessage.Resumption("t-1", 5_000, 120_000))
            .of(1, "n-1"));
  }

  @Test
  void areTheSameInEveryAttemptButForCountAndTime() {
    Greeting greeting = greetings(null).toEndpoint(session.session());
    String first = greeting.of(1, null);
    now += 500;
    String second = greeting.of(2, null);

    assertEquals(
        second,
        first
            .replace("\"attempt\":1", "\"attempt\":2")
            .replace("\"timestamp\":1700000000000", "\"timestamp\":1700000000500"));
  }

  @Test
  void toOtherEndpointsHaveAnIdOfTheirOwn() {
    Greetings greetings = greetings(null);

    assertNotEquals(
        greetings.toEndpoint(session.session()).sessionId(),
        greetings.toEndpoint(session.session()).sessionId());
  }

  @Test
  void speakTheClientsLanguage() {
    session
        .session()
        .getUserProperties()
        .put(
            Handshake.class.getName(),
            new Handshake("/", Map.of(), Map.of("accept-language", List.of("fr")), null));

    assertEquals(Locale.FRENCH, greetings(null).locale(session.session()));
    assertEquals("Connected. You can start talking.", message(greetings(null)));
  }

  @Test
  void carryTheApplicationsText() {
    assertEquals(
        "/app/own zh", message(greetings((handshake, locale) -> handshake.path() + " " + locale)));
  }

  @Test
  void fallBackToTheChannelsTextIfTheApplicationHasNone() {
    assertEquals("已连接，可以开始说话。", message(greetings((handshake, locale) -> null)));
  }

  @Test
  void fallBackToTheChannelsTextIfTheApplicationThrows() {
    IllegalStateException failure = new IllegalStateException("no text");
    try (LogCapture log = new LogCapture()) {
      WelcomeProvider broken =
          (handshake, locale) -> {
            throw failure;
          };

      assertEquals("已连接，可以开始说话。", message(greetings(broken)));
      assertEquals(List.of(failure), log.causes(Message.WELCOME_TEXT_FAILED));
    }
  }

  private String message(Greetings greetings) {
    return greetings.toEndpoint(session.session()).message();
  }

  private Greetings greetings(WelcomeProvider provider) {
    return new Greetings(CODEC, () -> Instant.ofEpochMilli(now), Locale.CHINESE, provider);
  }
}
