package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.StartRequest;
import io.realtimevoice.spi.VoiceAuthenticator;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ClientIsAuthenticatedTest {

  @Test
  void beforeEveryStreamAndKnownToIt() {
    List<StartRequest> asked = new ArrayList<>();
    ConversationFixture fixture =
        with(
            (request, handshake) -> {
              asked.add(request);
              return Optional.of(() -> "user " + asked.size());
            });
    fixture.says("{\"type\":\"start\",\"userId\":\"u\",\"token\":\"t\"}");
    assertEquals(Optional.of("user 1"), principal(fixture));
    fixture.says("{\"type\":\"start\",\"userId\":\"u\",\"token\":\"t\"}");
    fixture.saysType("stop").answers();
    fixture.saysType("start");

    assertEquals(Optional.of("user 2"), principal(fixture));
    assertEquals(2, asked.size());
    assertEquals("t", asked.get(0).token());
  }

  @Test
  void orRefusedWith4401() {
    ConversationFixture fixture = with((request, handshake) -> Optional.empty());
    fixture.saysType("start");

    assertEquals(List.of("error NOT_AUTHENTICATED", "close 4401"), fixture.answers());
    assertEquals(List.of(), fixture.application.calls());
    assertTrue(fixture.leftNothing());
  }

  @Test
  void orClosedWith1011IfItsAuthenticatorThrows() {
    ConversationFixture fixture =
        with(
            (request, handshake) -> {
              throw new IllegalStateException("no database");
            });
    fixture.saysType("start");

    assertEquals(List.of("error HANDLER_FAILED", "close 1011"), fixture.answers());
    assertEquals(List.of(), fixture.application.calls());
    assertTrue(fixture.leftNothing());
  }

  @Test
  void orClosedWith1011IfItsAuthenticatorReturnsNull() {
    ConversationFixture fixture = with((request, handshake) -> null);
    fixture.saysType("start");

    assertEquals(List.of("error HANDLER_FAILED", "close 1011"), fixture.answers());
    assertTrue(fixture.leftNothing());
  }

  private static ConversationFixture with(VoiceAuthenticator authenticator) {
    return new ConversationFixture(authenticator, Locale.ENGLISH);
  }

  private static Optional<String> principal(ConversationFixture fixture) {
    return fixture.application.session.principal().map(Principal::getName);
  }
}
