package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.StreamSummary;
import io.realtimevoice.Transcript;
import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StreamFromStartToStoppedTest {

  private final ConversationFixture fixture = new ConversationFixture();
  private final RecordingApplication application = fixture.application;

  @Test
  void inTheOrderOfTheProtocol() {
    fixture.saysType("start");
    assertEquals(List.of("ready"), fixture.answers());
    fixture.plays(1, 2).plays(3, 4);
    application.session.send(Transcript.partial("on"));
    application.inEnd = () -> application.session.send(Transcript.complete("one"));
    fixture.saysType("stop");

    assertEquals(List.of("result on", "result one", "stopped"), fixture.answers());
    assertEquals(
        List.of("open", "audio 0102", "audio 0304", "end", "close COMPLETED"), application.calls());
  }

  @Test
  void audioInJsonComesInTheSamePlace() {
    fixture.saysType("start").plays(1, 2);
    fixture.says("{\"type\":\"audio\",\"data\":\"AwQ=\"}").plays(5, 6);
    fixture.says("{\"type\":\"audio\",\"data\":\"Bwg=\",\"isEnd\":true}");

    assertEquals(List.of("ready", "stopped"), fixture.answers());
    assertEquals(
        List.of(
            "open",
            "audio 0102",
            "audio 0304",
            "audio 0506",
            "audio 0708",
            "end",
            "close COMPLETED"),
        application.calls());
  }

  @Test
  void anEndWithoutDataIsAStop() {
    fixture.saysType("start").says("{\"type\":\"audio\",\"isEnd\":true}");

    assertEquals(List.of("ready", "stopped"), fixture.answers());
    assertEquals(List.of("open", "end", "close COMPLETED"), application.calls());
  }

  @Test
  void stoppedTellsTextBytesAndDuration() {
    fixture.saysType("start");
    fixture.plays(new int[64]).saysType("stop");

    JsonObject stopped = fixture.messages().get(1);
    assertEquals("text", stopped.getString("text"));
    assertEquals(64, stopped.getInt("audioSize"));
    assertEquals(2, stopped.getInt("duration"));
    assertEquals("c1", stopped.getString("logId"));
  }

  @Test
  void stoppedTellsTheDurationOfTheApplicationIfItHasOne() {
    application.summary =
        CompletableFuture.completedFuture(new StreamSummary("", Duration.ofSeconds(3)));
    fixture.saysType("start").saysType("stop");

    assertEquals(3_000, fixture.messages().get(1).getInt("duration"));
  }

  @Test
  void stoppedTellsNoDurationWhereOnlyTheDataCan() {
    fixture.says("{\"type\":\"start\",\"voiceFormat\":4}").plays(1, 2, 3).saysType("stop");

    JsonObject stopped = fixture.messages().get(1);
    assertEquals(3, stopped.getInt("audioSize"));
    assertFalse(stopped.containsKey("duration"));
  }

  @Test
  void stoppedWaitsForTheStageOnWhateverThreadItCompletes() {
    CompletableFuture<StreamSummary> stage = new CompletableFuture<>();
    application.summary = stage;
    fixture.saysType("start").saysType("stop");
    assertEquals(List.of("ready"), fixture.answers());
    application.session.send(Transcript.complete("late"));
    stage.complete(StreamSummary.of("late"));

    assertEquals(List.of("result late", "stopped"), fixture.answers());
  }

  @Test
  void noResultLeavesAfterStoppedNorBeforeTheFirstStart() {
    fixture.saysType("start").saysType("stop");
    fixture.answers();

    assertFalse(application.session.send(Transcript.complete("too late")));
    assertEquals(List.of(), fixture.answers());
    assertTrue(application.session.isOpen());
  }

  @Test
  void anotherStreamMayFollowWithAVoiceIdOfItsOwn() {
    application.inAudio = () -> application.session.send(Transcript.complete("x"));
    fixture.saysType("start").plays(1, 2).plays(1, 2).saysType("stop");
    List<JsonObject> first = fixture.messages();
    fixture.saysType("start").plays(1, 2).saysType("stop");
    List<JsonObject> second = fixture.messages();

    assertEquals(4, first.size());
    assertEquals(3, second.size());
    assertEquals(first.get(1).getString("voiceId"), first.get(2).getString("voiceId"));
    assertNotEquals(first.get(1).getString("voiceId"), second.get(1).getString("voiceId"));
    assertEquals(2, second.get(2).getInt("audioSize"));
    assertEquals(
        List.of("open", "audio 0102", "end", "close COMPLETED"), application.calls().subList(5, 9));
  }

  @Test
  void audioThatTheRecorderDeliversBehindTheStopIsLeftOutInSilence() {
    application.summary = new CompletableFuture<>();
    fixture.saysType("start").saysType("stop").plays(1, 2).saysType("stop");

    assertEquals(List.of("ready"), fixture.answers());
    assertEquals(List.of("open", "end"), application.calls());
  }

  @Test
  void playedAudioLeavesAsBinary() {
    fixture.saysType("start");
    application.session.play(ByteBuffer.wrap(new byte[] {1, 2}));

    assertEquals(List.of("ready", "binary 0102"), fixture.answers());
  }
}
