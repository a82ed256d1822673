package io.realtimevoice.client;

import io.realtimevoice.client.UplinkLog.Entry;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.ServerMessage;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** What streams need of their client, and what the connection has for them. */
final class Streams implements VoiceStream.Host {

  private final Settings settings;
  private final Teller teller;
  private final Clock clock;
  private final Executor turns;
  private final Executor blocking;
  private final Conversation conversation;
  private final Session session;
  private int maxBytes;

  Streams(
      Settings settings,
      Teller teller,
      Session session,
      Clock clock,
      Executor turns,
      Executor blocking) {
    this.settings = settings;
    this.session = session;
    this.teller = teller;
    this.clock = clock;
    this.turns = turns;
    this.blocking = blocking;
    this.conversation = new Conversation(teller, this::newStream);
  }

  /** What the server takes. */
  void limits(ServerMessage.@Nullable Limits limits) {
    // JSON messages have a limit of their own, of which the server tells by itself.
    maxBytes =
        limits == null || settings.audioAsText() ? Integer.MAX_VALUE : limits.maxBinaryBytes();
  }

  /** Whether a lost connection would cost something if the session did not go on. */
  boolean atStake() {
    return conversation.isBusy() || session.hasUnacknowledged();
  }

  /** The session is over. */
  void lost(VoiceException why) {
    session.end(why);
    conversation.lost(why);
  }

  void start(StartFields fields, CompletableFuture<VoiceStream> result) {
    if (teller.state() != ClientState.READY) {
      VoiceProblem problem = teller.problem(Verdict.NOT_READY, "in state " + teller.state(), null);
      result.completeExceptionally(new VoiceException(problem));
    } else if (conversation.start(result)) {
      teller.note(TimelineEvent.START);
      session.starting(fields.token());
      session.send(Entry.of(MessageWriter.start(fields)));
    }
  }

  /** What a stream may wait for. */
  void received(Incoming message) {
    if (message instanceof Incoming.Started) {
      session.started();
      conversation.ready();
    } else if (message instanceof Incoming.Recognised recognised) {
      ServerMessage.Result result = recognised.result();
      teller.note(TimelineEvent.RESULT, Map.of("final", result.transcript().isFinal()));
      teller.tell(each -> each.onResult(result));
    } else if (message instanceof Incoming.Finished finished) {
      teller.note(TimelineEvent.STOPPED);
      conversation.stopped(finished.stopped());
      teller.tell(each -> each.onStopped(finished.stopped()));
    }
  }

  void refused(ServerError error) {
    conversation.refused(error);
  }

  @Override
  public void sendAudio(
      VoiceStream stream, ByteBuffer audio, CompletableFuture<Void> sent, Runnable gone) {
    if (!conversation.has(stream)) {
      gone.run();
      sent.completeExceptionally(stream.whyNot());
    } else {
      String text = settings.audioAsText() ? MessageWriter.audio(audio) : null;
      session.send(Entry.ofAudio(text, audio, sent, gone));
    }
  }

  @Override
  public void sendStop(VoiceStream stream) {
    if (conversation.has(stream)) {
      teller.note(TimelineEvent.STOP);
      session.send(Entry.of(MessageWriter.STOP));
    }
  }

  @Override
  public void leftOut(Uplink uplink, int bytes) {
    if (uplink.gapBegins(bytes)) {
      long queued = uplink.queuedBytes();
      teller.tell(each -> each.onUplink(queued, uplink.droppedBytes()));
      teller.problem(Verdict.UPLINK_TOO_SLOW, queued + " bytes wait", null);
    }
  }

  @Override
  public void passesAgain(Uplink uplink) {
    teller.tell(each -> each.onUplink(uplink.queuedBytes(), 0));
  }

  @Override
  public VoiceException failure(Verdict verdict, String detail) {
    return new VoiceException(teller.quietly(verdict, detail));
  }

  @Override
  public Executor turns() {
    return turns;
  }

  @Override
  public Executor blocking() {
    return blocking;
  }

  @Override
  public Clock clock() {
    return clock;
  }

  private VoiceStream newStream() {
    return new VoiceStream(this, new Uplink(settings.maxQueuedBytes()), maxBytes);
  }
}
