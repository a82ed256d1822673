package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class MessageOutOfPlaceTest {

  private final ConversationFixture fixture = new ConversationFixture();

  @Test
  void audioBeforeTheStartIsToldOnceUntilTheNextStart() {
    fixture.plays(1, 2).plays(1, 2).says("{\"type\":\"audio\",\"data\":\"AQI=\"}");
    assertEquals(List.of("error AUDIO_WITHOUT_START"), fixture.answers());

    fixture.saysType("start").saysType("stop");
    assertEquals(List.of("ready", "stopped"), fixture.answers());
    fixture.plays(1, 2).plays(1, 2);
    assertEquals(List.of("error AUDIO_WITHOUT_START"), fixture.answers());
    assertEquals(List.of("open", "end", "close COMPLETED"), fixture.application.calls());
  }

  @Test
  void aSecondDifferentStartIsRefused() {
    fixture.saysType("start").says("{\"type\":\"start\",\"engineType\":\"loopback\"}");

    assertEquals(List.of("ready", "error ALREADY_STARTED"), fixture.answers());
    assertEquals(List.of("open"), fixture.application.calls());
  }

  @Test
  void anEqualStartIsAnsweredWithReadyAndRestartsNothing() {
    fixture.says("{\"type\":\"start\",\"userId\":\"u\",\"extra\":[1,{\"a\":null}]}");
    fixture.plays(1, 2);
    fixture.says("{\"extra\":[1,{\"a\":null}],\"userId\":\"u\",\"type\":\"start\"}");

    assertEquals(List.of("ready", "ready"), fixture.answers());
    assertEquals(List.of("open", "audio 0102"), fixture.application.calls());
  }

  @Test
  void aStartWhileTheStreamFinishesIsRefused() {
    fixture.application.summary = new CompletableFuture<>();
    fixture.saysType("start").saysType("stop").saysType("start");

    assertEquals(List.of("ready", "error ALREADY_STARTED"), fixture.answers());
  }

  @Test
  void aStopWithoutAStartIsToldOf() {
    fixture.saysType("stop");

    assertEquals(List.of("error NOT_STARTED"), fixture.answers());
  }

  @Test
  void binaryOnAStreamThatWantsNoneIsToldOnceAStream() {
    fixture.application.takesAudio = false;
    fixture.saysType("start").plays(1, 2).plays(1, 2).saysType("stop");
    assertEquals(List.of("ready", "error AUDIO_NOT_WANTED", "stopped"), fixture.answers());

    fixture.saysType("start").plays(1, 2);
    assertEquals(List.of("ready", "error AUDIO_NOT_WANTED"), fixture.answers());
    assertEquals(List.of("open", "end", "close COMPLETED", "open"), fixture.application.calls());
  }

  @Test
  void halfASampleIsLeftOut() {
    fixture.saysType("start").plays(1, 2, 3).plays(4, 5);
    fixture.says("{\"type\":\"audio\",\"data\":\"AQ==\"}");

    assertEquals(List.of("ready", "error BAD_AUDIO", "error BAD_AUDIO"), fixture.answers());
    assertEquals(List.of("open", "audio 0405"), fixture.application.calls());
  }

  @Test
  void anEndBehindHalfASampleIsAStopNevertheless() {
    fixture.saysType("start").says("{\"type\":\"audio\",\"data\":\"AQ==\",\"isEnd\":true}");

    assertEquals(List.of("ready", "error BAD_AUDIO", "stopped"), fixture.answers());
  }

  @Test
  void anUnknownVersionIsFatal() {
    fixture.says("{\"type\":\"hello\",\"version\":2}");

    assertEquals(List.of("error UNSUPPORTED_VERSION", "close 4406"), fixture.answers());
  }

  @Test
  void aHelloIsAnsweredWithTheWelcomeInEveryState() {
    fixture.line.connection.welcome();
    fixture.line.written();
    fixture.saysType("hello");
    assertEquals(List.of("welcome"), fixture.answers());
    fixture.saysType("start").saysType("hello");
    assertEquals(List.of("ready", "welcome"), fixture.answers());
  }
}
