package io.realtimevoice.impl.interceptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.impl.log.LogCapture;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.websocket.FakeSession;
import io.realtimevoice.interceptor.StateChecked;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StateCheckedMethodsTest {

  @StateChecked
  @ApplicationScoped
  static class Chat {
    private final List<String> heard = new ArrayList<>();
    private int calls;
    private int failures;
    private RuntimeException defect;

    int calls() {
      return calls;
    }

    /** The next calls fail as a send does. */
    void fail(int times) {
      failures = times;
    }

    /** Every call fails as a defect does. */
    void defect(RuntimeException value) {
      defect = value;
    }

    void open(Session session) throws IOException {
      called();
    }

    void message(Session session, String text) throws IOException {
      called();
    }

    CompletionStage<String> ask(Session session, String question) throws IOException {
      called();
      return CompletableFuture.completedFuture("answer to " + question);
    }

    void audio(Session session, ByteBuffer data) throws IOException {
      byte[] bytes = new byte[data.remaining()];
      data.get(bytes);
      heard.add(Arrays.toString(bytes) + " " + data.order());
      called();
    }

    List<String> heard() {
      return heard;
    }

    void close(Session session, CloseReason reason) throws IOException {
      called();
    }

    private void called() throws IOException {
      calls++;
      if (defect != null) {
        throw defect;
      }
      if (failures-- > 0) {
        throw new IOException("planned");
      }
    }
  }

  private final Application<Chat> application = new Application<>(Chat.class);
  private final Chat chat = application.bean();
  private final FakeSession peer = new FakeSession("c-1");

  @AfterEach
  void stop() {
    application.close();
  }

  @Test
  void runAtOnceOnAnOpenConnection() throws Exception {
    chat.message(peer.session(), "text");

    assertEquals(1, chat.calls());
  }

  @Test
  void runWhenTheConnectionIsOpenWhichIsLookedAtEvery100Milliseconds() throws Exception {
    peer.open(false);
    chat.message(peer.session(), "text");
    application.advance(199);
    peer.open(true);
    assertEquals(0, chat.calls());
    application.advance(1);

    assertEquals(1, chat.calls());
  }

  @Test
  void runAgain100MillisecondsAfterAFailedSend() throws Exception {
    chat.fail(2);
    chat.message(peer.session(), "text");
    assertEquals(1, chat.calls());
    application.advance(99);
    assertEquals(1, chat.calls());
    application.advance(1);
    assertEquals(2, chat.calls());
    application.advance(100);
    assertEquals(3, chat.calls());
    application.advance(60_000);
    assertEquals(3, chat.calls());
  }

  @Test
  void runAgainWhereTheApplicationMayWait() throws Exception {
    chat.fail(2);
    chat.message(peer.session(), "text");
    application.advance(200);

    assertEquals(2, application.performed());
  }

  @Test
  void haveInEachTryTheBufferOfTheFirstWhateverBecameOfIt() throws Exception {
    byte[] containers = {0, 1, 2, 3, 4};
    ByteBuffer data = ByteBuffer.wrap(containers, 1, 3).order(ByteOrder.LITTLE_ENDIAN);
    chat.fail(2);
    chat.audio(peer.session(), data);
    Arrays.fill(containers, (byte) 9);
    application.advance(200);

    assertEquals(
        List.of("[1, 2, 3] LITTLE_ENDIAN", "[1, 2, 3] LITTLE_ENDIAN", "[1, 2, 3] LITTLE_ENDIAN"),
        chat.heard());
  }

  @Test
  void haveTheBufferThatCameWhenTheConnectionWasNotOpen() throws Exception {
    byte[] containers = {1, 2};
    peer.open(false);
    chat.audio(peer.session(), ByteBuffer.wrap(containers));
    Arrays.fill(containers, (byte) 9);
    peer.open(true);
    application.advance(100);

    assertEquals(List.of("[1, 2] BIG_ENDIAN"), chat.heard());
  }

  @Test
  void areGivenUpAfterThreeRetriesWithALineForEachAndTakeNothingDown() throws Exception {
    try (LogCapture log = new LogCapture()) {
      peer.open(false);
      chat.message(peer.session(), "text");
      application.advance(60_000);

      assertEquals(0, chat.calls());
      assertEquals(
          List.of(
              "RV0504 [c-1] Chat.message: not open or not sent, try 1 follows",
              "RV0504 [c-1] Chat.message: not open or not sent, try 2 follows",
              "RV0504 [c-1] Chat.message: not open or not sent, try 3 follows"),
          log.lines(Message.STATE_RETRIED));
      assertEquals(
          List.of("RV0505 [c-1] Chat.message: not open or not sent after 4 tries, given up"),
          log.lines(Message.STATE_GIVEN_UP));
      assertEquals(List.of(), peer.written());
    }
  }

  @Test
  void closeTheConnectionIfItIsTheOneThatOpensThatIsGivenUp() throws Exception {
    chat.fail(4);
    chat.open(peer.session());
    application.advance(300);

    assertEquals(4, chat.calls());
    assertEquals(List.of("close 1011 internal error"), peer.written());
  }

  @Test
  void giveTheStageOfTheTryThatSucceeds() throws Exception {
    peer.open(false);
    CompletableFuture<String> answer = chat.ask(peer.session(), "q").toCompletableFuture();
    assertFalse(answer.isDone());
    peer.open(true);
    application.advance(100);

    assertEquals("answer to q", answer.join());
  }

  @Test
  void failTheStageIfTheyAreGivenUp() throws Exception {
    chat.fail(4);
    CompletableFuture<String> answer = chat.ask(peer.session(), "q").toCompletableFuture();
    application.advance(300);

    CompletionException failure = assertThrows(CompletionException.class, answer::join);
    assertEquals("planned", failure.getCause().getMessage());
  }

  @Test
  void letPassWhatIsNoFailedSend() {
    chat.defect(new UnsupportedOperationException("planned"));

    assertThrows(UnsupportedOperationException.class, () -> chat.message(peer.session(), "text"));
    application.advance(60_000);
    assertEquals(1, chat.calls());
  }

  @Test
  void logADefectInALaterTryWhichNobodyIsThereToCatch() throws Exception {
    try (LogCapture log = new LogCapture()) {
      peer.open(false);
      CompletableFuture<String> answer = chat.ask(peer.session(), "q").toCompletableFuture();
      peer.open(true);
      chat.defect(new UnsupportedOperationException("planned"));
      application.advance(100);

      assertTrue(answer.isCompletedExceptionally());
      assertEquals(1, log.lines(Message.STEP_FAILED).size());
    }
  }

  @Test
  void runOnAClosedConnectionIfTheyAreForTheClose() throws Exception {
    peer.open(false);
    chat.close(peer.session(), new CloseReason(CloseCodes.NORMAL_CLOSURE, ""));

    assertEquals(1, chat.calls());
  }
}
