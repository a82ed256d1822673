package io.realtimevoice.client;

import io.realtimevoice.client.UplinkLog.Entry;
import io.realtimevoice.protocol.ServerMessage;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The session with the server, on one connection after the other: both sides count the reliable
 * messages they got, and each sends again what the other lacks. Used in the client's turn.
 */
final class Session {

  /** After so many messages the server is told what has come, even if it was told a moment ago. */
  private static final int ACK_MESSAGES = 20;

  private static final long ACK_MS = 1_000;

  private final Clock clock;
  private final long room;
  private final UplinkLog log = new UplinkLog();
  private final Queue<CompletableFuture<Void>> waitingForRoom = new ArrayDeque<>();
  private @Nullable Attempt attempt;
  private @Nullable Entry inFlight;
  private boolean pumping;
  private String id = "";
  private ServerMessage.@Nullable Resumption resume;
  private @Nullable String shown;
  private @Nullable String accepted;
  private long received;
  private long told;
  private Clock.@Nullable Timer ack;
  private Clock.@Nullable Timer pause;

  /** With so many bytes of audio in the log, whoever waits for each message may go on. */
  Session(Clock clock, long room) {
    this.clock = clock;
    this.room = room;
  }

  /** How many reliable messages have come. */
  long received() {
    return received;
  }

  /** As the server calls it; empty before the first. */
  String id() {
    return id;
  }

  /** Whether there is a connection. */
  @Nullable Attempt attempt() {
    return attempt;
  }

  /** Whether something is on its way. */
  boolean hasUnacknowledged() {
    return !log.isEmpty();
  }

  /** How long the server waits for the client, in milliseconds; 0 if it does not. */
  long windowMs() {
    return resume == null ? 0 : resume.windowMs();
  }

  /** What asks for this session on a new connection. */
  String resumeRequest() {
    return resume == null
        ? ""
        : MessageWriter.resume(id, resume.token(), received, accepted == null ? shown : accepted);
  }

  /** A stream is asked for; with the token, if any, that proves whose it is. */
  void starting(@Nullable String token) {
    shown = token;
  }

  /** The server has let the client have it. */
  void started() {
    accepted = shown;
  }

  /** A new one begins. */
  void begin(Attempt on, ServerMessage.Welcome welcome) {
    attempt = on;
    id = welcome.sessionId();
    resume = welcome.resume();
    received = 0;
    told = 0;
    shown = null;
    accepted = null;
  }

  /**
   * It goes on on a new connection.
   *
   * @return how many messages the server gets again; -1 if its count cannot be
   */
  int goOn(Attempt on, Incoming.Resumed resumed) {
    if (!id.equals(resumed.sessionId()) || !log.isPossible(resumed.received())) {
      return -1;
    }
    log.acknowledge(resumed.received());
    int again = log.rewind();
    if (resume != null) {
      resume =
          new ServerMessage.Resumption(
              resumed.resumeToken(), resume.heartbeatMs(), resume.windowMs());
    }
    attempt = on;
    acknowledge();
    release();
    pump();
    return again;
  }

  /** Its connection is lost. */
  void away() {
    attempt = null;
    inFlight = null;
    cancelTimers();
  }

  /** It is over. */
  void end(Throwable why) {
    away();
    resume = null;
    log.fail(why);
    for (CompletableFuture<Void> each = waitingForRoom.poll();
        each != null;
        each = waitingForRoom.poll()) {
      each.completeExceptionally(why);
    }
  }

  void send(Entry entry) {
    log.add(entry);
    pump();
  }

  /** The server wants nothing for a while. */
  void pause(long ms) {
    if (pause != null) {
      pause.cancel();
    }
    pause =
        clock.after(
            ms,
            () -> {
              pause = null;
              pump();
            });
  }

  /** A reliable message has come. */
  void count() {
    received++;
    if (resume == null || attempt == null) {
      return;
    }
    if (received - told >= ACK_MESSAGES) {
      acknowledge();
    } else if (ack == null) {
      ack = clock.after(ACK_MS, this::acknowledge);
    }
  }

  /** The server has so many of ours; false if that cannot be. */
  boolean acknowledged(long count) {
    if (!log.isPossible(count)) {
      return false;
    }
    log.acknowledge(count);
    release();
    return true;
  }

  /** Tells the server what has come. */
  void acknowledge() {
    if (ack != null) {
      ack.cancel();
      ack = null;
    }
    told = received;
    if (attempt != null) {
      attempt.sendText(MessageWriter.ack(received), new CompletableFuture<>());
    }
  }

  /** A loop, because a connection may take a message within the call. */
  private void pump() {
    if (pumping) {
      return;
    }
    pumping = true;
    for (Entry next = log.next();
        next != null && attempt != null && inFlight == null && pause == null;
        next = log.next()) {
      give(attempt, next);
    }
    pumping = false;
  }

  private void give(Attempt to, Entry entry) {
    inFlight = entry;
    log.gave();
    CompletableFuture<Void> given = new CompletableFuture<>();
    CompletionStage<Void> outcome = given;
    outcome.whenComplete((nothing, failure) -> given(to, entry, failure));
    if (entry.text != null) {
      to.sendText(entry.text, given);
    } else if (entry.data != null) {
      to.sendBinary(entry.data.duplicate(), given);
    }
  }

  /** What a lost connection tells is of no interest: the message is given to another one. */
  private void given(Attempt by, Entry entry, @Nullable Throwable failure) {
    if (attempt != by || inFlight != entry || failure != null) {
      return;
    }
    inFlight = null;
    waitingForRoom.add(entry.sent);
    if (resume == null) {
      // Nobody will ever acknowledge it, or ask for it again.
      log.acknowledge(log.count());
    }
    release();
    pump();
  }

  private void release() {
    while (!waitingForRoom.isEmpty() && log.audioBytes() <= room) {
      waitingForRoom.remove().complete(null);
    }
  }

  private void cancelTimers() {
    if (ack != null) {
      ack.cancel();
      ack = null;
    }
    if (pause != null) {
      pause.cancel();
      pause = null;
    }
  }
}
