package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An application that takes its time holds up neither the container nor the memory. */
class SlowApplicationTest {

  private static final int FRAME = 100;

  private final ResumeFixture fixture = new ResumeFixture();
  private final ResumeFixture.Link link = fixture.connect();

  @Test
  void isNotCalledOnTheContainersThreadBeforeItHasShownThatItIsQuick() {
    link.saysType("start");
    for (int i = 0; i < 8; i++) {
      frame();
      assertEquals(i, audioCalls(), "on the container's thread");
      fixture.scheduler.run();
    }
    frame();

    assertEquals(9, audioCalls());
  }

  @Test
  void isNotCalledThereAnyMoreOnceItWasSlow() {
    quick();
    fixture.application.inAudio = () -> fixture.scheduler.advance(Duration.ofMillis(100));
    frame();
    int calls = audioCalls();
    frame();

    assertEquals(calls, audioCalls());
    fixture.scheduler.run();
    assertEquals(calls + 1, audioCalls());
  }

  @Test
  void neitherIsAnotherStreamOfTheSameSession() {
    quick();
    link.saysType("stop").saysType("start");
    int calls = audioCalls();
    frame();

    assertEquals(calls, audioCalls());
  }

  @Test
  void hasItsClientSlowDownOnceAndThenClosedWithoutALossThough() {
    link.saysType("start");
    link.answers();
    for (int i = 0; i < 1_000; i++) {
      frame();
    }
    List<String> answers = link.answers();

    assertEquals(List.of("error TOO_FAST", "error FLOOD", "close 4429"), answers);
    int taken = audioCalls();
    assertTrue(taken > 10 && taken < 100, taken + " frames");
    ResumeFixture.Link second = fixture.connect();
    second.answers();
    second.resumes(link, 2);
    assertEquals(List.of("resumed " + (taken + 1)), second.answers());
  }

  @Test
  void isToldOfAgainOnlyWhenItHadCaughtUp() {
    link.saysType("start");
    link.answers();
    for (int i = 0; i < 35; i++) {
      frame();
    }
    assertEquals(List.of("error TOO_FAST"), link.answers());
    fixture.scheduler.run();
    fixture.application.inAudio = () -> fixture.scheduler.advance(Duration.ofMillis(100));
    frame();
    for (int i = 0; i < 35; i++) {
      frame();
    }

    assertEquals(
        1, link.answers().stream().filter(answer -> answer.equals("error TOO_FAST")).count());
    assertTrue(link.connection.isOpen());
  }

  @Test
  void doesNotHoldUpTheOpen() {
    link.line.text("{\"type\":\"start\"}");

    assertEquals(List.of(), fixture.application.calls(), "on the container's thread");
    fixture.scheduler.run();
    assertEquals(List.of("open"), fixture.application.calls());
    assertFalse(fixture.application.session.isOpen() && !link.connection.isOpen());
  }

  @Test
  void hasRoomForTheAudioOfAMessageAndNotForItsText() {
    link.saysType("start");
    link.answers();
    String audio =
        "{\"type\":\"audio\",\"data\":\"" + "AAAA".repeat(ConversationFixture.MAX_TEXT / 5) + "\"}";
    // 600 bytes, and 64 more for each message: half of the room is 7 of them, and a bit.
    for (int i = 0; i < 7; i++) {
      link.line.text(audio);
    }

    assertEquals(List.of(), link.answers());
    assertEquals(8, fixture.application.calls().size());
  }

  @Test
  void hasRoomForOneMessageOfTheGreatestLength() {
    ResumeFixture narrow =
        new ResumeFixture(
            ConversationFixture.limits(ConversationFixture.INTAKE, ConversationFixture.MAX_BINARY));
    ResumeFixture.Link client = narrow.connect();
    client.answers();
    String start = "{\"type\":\"start\",\"other\":\"\"}";
    client.says(start.replace("\"\"}", "\"" + "x".repeat(9_000) + "\"}"));

    assertEquals(List.of("ready"), client.answers());
  }

  private void quick() {
    link.saysType("start");
    for (int i = 0; i < 8; i++) {
      frame();
      fixture.scheduler.run();
    }
  }

  private void frame() {
    link.line.audio(ByteBuffer.allocate(FRAME));
  }

  private int audioCalls() {
    return (int)
        fixture.application.calls().stream().filter(call -> call.startsWith("audio")).count();
  }
}
