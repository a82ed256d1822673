package io.realtimevoice.client;

import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.protocol.ServerMessage;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * Connections one after the other, until one is READY or there is no use in another. Knows neither
 * threads nor sockets: everything is called in the client's turn.
 */
final class Machine {

  private final URI uri;
  private final Platform platform;
  private final Settings settings;
  private final Teller teller;
  private final Journal journal;
  private final Session session;
  private final Streams streams;
  private final Comeback comeback;
  private final Reports reports;
  private final Causes causes;
  private CompletableFuture<ServerMessage.Welcome> connecting = new CompletableFuture<>();
  private @Nullable Attempt attempt;
  private Clock.@Nullable Timer pause;
  private Clock.@Nullable Timer stable;
  private volatile ServerMessage.@Nullable Welcome welcome;
  private volatile int retries;

  Machine(
      URI uri,
      Platform platform,
      Settings settings,
      Teller teller,
      Journal journal,
      Session session,
      Streams streams) {
    this.uri = uri;
    this.platform = platform;
    this.settings = settings;
    this.teller = teller;
    this.journal = journal;
    this.session = session;
    this.streams = streams;
    this.comeback = new Comeback(platform, settings);
    this.reports = new Reports(journal);
    this.causes = new Causes(platform);
  }

  int retries() {
    return retries;
  }

  ServerMessage.@Nullable Welcome welcome() {
    return welcome;
  }

  /** Begins unless it has begun; the result is that of the first call. */
  void connect(CompletableFuture<ServerMessage.Welcome> result) {
    boolean begins = teller.state() == ClientState.CLOSED;
    if (begins) {
      connecting = new CompletableFuture<>();
    }
    CompletionStage<ServerMessage.Welcome> first = connecting;
    first.whenComplete((greeting, failure) -> settle(result, greeting, failure));
    if (!begins) {
      return;
    }
    retries = 0;
    comeback.arrived();
    causes.forget();
    causes.begin();
    journal.restart();
    if (WebSocketUrl.isGood(uri)) {
      begin();
    } else {
      finish(Ending.by(Verdict.BAD_URL, "the URL"));
    }
  }

  /** Ends it, whatever it was at; complete when the server is being told. */
  CompletionStage<Void> close() {
    if (teller.state() == ClientState.CLOSED) {
      return CompletableFuture.completedStage(null);
    }
    cancelTimers();
    VoiceException why =
        new VoiceException(teller.quietly(Verdict.CONNECTION_LOST, "closed by the application"));
    Attempt current = attempt;
    attempt = null;
    CompletionStage<Void> told =
        current == null ? CompletableFuture.completedStage(null) : current.close(why);
    comeback.stop();
    streams.lost(why);
    teller.note(TimelineEvent.CLOSED);
    teller.become(ClientState.CLOSED);
    connecting.completeExceptionally(why);
    return told;
  }

  /** Looks whether the connection still works. */
  void check() {
    teller.note(TimelineEvent.CHECK);
    if (teller.state() == ClientState.READY && attempt != null) {
      attempt.check();
    } else if (teller.state() == ClientState.RECOVERING && pause != null) {
      pause.cancel();
      begin();
    }
  }

  private void begin() {
    pause = null;
    causes.begin();
    reports.begin();
    teller.become(ClientState.CONNECTING);
    teller.note(TimelineEvent.CONNECTING, Map.of("attempt", retries + 1));
    boolean last = retries >= settings.maxRetries();
    boolean resumes = comeback.isAwaited();
    Attempt begun =
        new Attempt(
            platform,
            settings,
            last && !resumes,
            resumes ? session.resumeRequest() : null,
            new Events());
    attempt = begun;
    begun.begin();
  }

  private void ended(Ending found) {
    Ending ending = causes.judge(found);
    boolean wasReady = teller.state() == ClientState.READY;
    Attempt over = attempt;
    attempt = null;
    cancelTimers();
    teller.note(wasReady ? TimelineEvent.LOST : TimelineEvent.FAILED, known(ending));
    VoiceException why = new VoiceException(teller.ending(ending, causes.serverError()));
    if (over != null) {
      over.stop(why);
      reports.add(ending.finding(), over.nonce(), wasReady ? session.id() : "");
    }
    if (wasReady) {
      causes.forget();
    } else {
      causes.failed(ending);
    }
    boolean mayComeBack = ending.resumable() && settings.maxRetries() > 0;
    if (mayComeBack && session.windowMs() > 0 && streams.atStake()) {
      session.away();
      comeback.await(session.windowMs());
    } else {
      comeback.stop();
      streams.lost(why);
    }
    boolean tooOften = retries >= settings.maxRetries() && !comeback.isAwaited();
    if (comeback.isTooLate()) {
      finish(Ending.sessionLost("not back in time: " + ending.detail()));
    } else if (!ending.retryable()) {
      finish(ending);
    } else if (tooOften) {
      finish(causes.exhausted(ending));
    } else {
      retry(ending);
    }
  }

  private void retry(Ending ending) {
    int number = retries + 1;
    retries = number;
    long inMs = comeback.delayMs(number, Math.max(ending.retryAfterMs(), causes.retryAfterMs()));
    pause = platform.clock().after(inMs, this::begin);
    teller.become(ClientState.RECOVERING);
    teller.note(TimelineEvent.RETRY, ordered("number", number, "inMs", inMs));
    teller.tell(each -> each.onRetry(number, inMs));
  }

  private void finish(Ending ending) {
    VoiceProblem problem = teller.ending(ending, causes.serverError());
    comeback.stop();
    streams.lost(new VoiceException(problem));
    teller.note(TimelineEvent.FINAL, Map.of("verdict", ending.verdict()));
    teller.become(ClientState.CLOSED);
    teller.tell(each -> each.onFinal(problem));
    reports.flush(platform.inquiry()::report);
    connecting.completeExceptionally(new VoiceException(problem));
  }

  private void isStable() {
    retries = 0;
    causes.forget();
  }

  private void cancelTimers() {
    if (pause != null) {
      pause.cancel();
      pause = null;
    }
    if (stable != null) {
      stable.cancel();
      stable = null;
    }
  }

  private static Map<String, Object> known(Ending ending) {
    return ending.code() == null
        ? Map.of("verdict", ending.verdict())
        : ordered("verdict", ending.verdict(), "code", ending.code());
  }

  private static Map<String, Object> ordered(
      String first, Object firstValue, String second, Object secondValue) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put(first, firstValue);
    detail.put(second, secondValue);
    return detail;
  }

  private static <T> void settle(
      CompletableFuture<T> result, T value, @Nullable Throwable failure) {
    if (failure == null) {
      result.complete(value);
    } else {
      result.completeExceptionally(failure);
    }
  }

  /** How the current connection gets on. */
  private final class Events implements Attempt.Listener {
    private int replayed;

    @Override
    public void opened() {
      teller.become(ClientState.OPEN);
      teller.note(TimelineEvent.OPEN);
    }

    @Override
    public void saidHello(int number) {
      if (teller.state() == ClientState.OPEN) {
        teller.become(ClientState.HELLO_SENT);
      }
      teller.note(TimelineEvent.HELLO, Map.of("number", number));
    }

    @Override
    public void welcomed(ServerMessage.Welcome greeting) {
      welcome = greeting;
      teller.become(ClientState.WELCOMED);
      teller.note(TimelineEvent.WELCOME, Map.of("attempt", greeting.attempt()));
    }

    @Override
    public void saidResume() {
      teller.note(TimelineEvent.RESUME);
    }

    @Override
    public boolean resumed(Incoming.Resumed message) {
      Attempt current = attempt;
      replayed = current == null ? -1 : session.goOn(current, message);
      return replayed >= 0;
    }

    @Override
    public String heartbeat() {
      teller.note(TimelineEvent.HEARTBEAT);
      return MessageWriter.heartbeat(session.received(), platform.clock().millis());
    }

    @Override
    public void ready(ServerMessage.Welcome greeting) {
      welcome = greeting;
      comeback.arrived();
      stable = platform.clock().after(settings.stableMs(), Machine.this::isStable);
      streams.limits(greeting.limits());
      Attempt current = attempt;
      if (comeback.isAwaited()) {
        comeback.stop();
        teller.become(ClientState.READY);
        teller.note(TimelineEvent.RESUMED, Map.of("replayed", replayed));
        teller.tell(each -> each.onResumed(replayed));
      } else if (current != null) {
        session.begin(current, greeting);
        teller.become(ClientState.READY);
        teller.note(TimelineEvent.READY);
        teller.tell(each -> each.onReady(greeting));
      }
      if (current != null && greeting.version() != 0) {
        reports.flush(report -> current.sendText(report, new CompletableFuture<>()));
      }
      connecting.complete(greeting);
    }

    @Override
    public void slow(Finding finding) {
      teller.problem(finding);
    }

    @Override
    public void silent(Finding finding) {
      teller.note(TimelineEvent.SILENT, Map.of("verdict", finding.verdict()));
      VoiceProblem problem = teller.quietly(finding);
      teller.tell(each -> each.onSilent(problem));
    }

    @Override
    public void text(String text) {
      teller.tell(each -> each.onText(text));
    }

    @Override
    public void received(Incoming message) {
      if (message.isReliable()) {
        session.count();
      }
      if (message instanceof Incoming.Failed failed) {
        told(failed.error());
      } else if (message instanceof Incoming.Acknowledged ack) {
        acknowledged(ack.received());
      } else if (message instanceof Incoming.Heartbeat heartbeat) {
        session.acknowledge();
        acknowledged(heartbeat.received());
      } else if (message instanceof Incoming.GoAway goAway) {
        teller.note(TimelineEvent.GOAWAY, Map.of("retryAfterMs", goAway.retryAfterMs()));
        comeback.spread(goAway.retryAfterMs());
        teller.tell(each -> each.onGoAway(goAway.retryAfterMs()));
      } else if (message instanceof Incoming.Gap gap) {
        teller.note(TimelineEvent.GAP, Map.of("droppedBytes", gap.droppedBytes()));
        teller.tell(each -> each.onGap(gap.droppedBytes()));
      } else {
        streams.received(message);
      }
    }

    private void acknowledged(long count) {
      if (!session.acknowledged(count)) {
        garbage();
      }
    }

    @Override
    public void garbage() {
      teller.problem(Verdict.BAD_MESSAGE, "left out", null);
    }

    @Override
    public void audio(ByteBuffer data) {
      teller.tell(each -> each.onAudio(data));
    }

    @Override
    public void ended(Ending ending) {
      Machine.this.ended(ending);
    }

    private void told(ServerError error) {
      causes.told(error);
      teller.note(TimelineEvent.ERROR, Map.of("code", error.code() == null ? "" : error.code()));
      teller.tell(each -> each.onError(error));
      if (error.fatal()) {
        return;
      }
      if (ErrorCode.TOO_FAST.name().equals(error.code())) {
        teller.note(TimelineEvent.SLOW, Map.of("pauseMs", error.retryAfterMs()));
        session.pause(error.retryAfterMs());
      }
      streams.refused(error);
    }
  }
}
