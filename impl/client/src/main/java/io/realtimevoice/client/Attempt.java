package io.realtimevoice.client;

import io.realtimevoice.client.transport.Socket;
import io.realtimevoice.client.transport.SocketListener;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.CloseCode;
import io.realtimevoice.protocol.Protocol;
import io.realtimevoice.protocol.ServerMessage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One connection, up to READY and on.
 *
 * <p>The hello goes out when the socket is open, and again and again until a welcome carries its
 * nonce: only that proves that both directions work.
 */
final class Attempt implements SocketListener {

  /** Told how one connection gets on; nothing after the end. */
  interface Listener {
    void opened();

    void saidHello(int number);

    void welcomed(ServerMessage.Welcome welcome);

    /** The session goes on here; told before {@link #ready}. False if it cannot. */
    boolean resumed(Incoming.Resumed message);

    void ready(ServerMessage.Welcome welcome);

    void saidResume();

    /** Nothing came for a while; gives what is said then. */
    String heartbeat();

    /** The welcome has come late; nothing ends. */
    void slow(Finding finding);

    void silent(Finding finding);

    /** A text message, before it is read. */
    void text(String text);

    void received(Incoming message);

    /** A text that is no message, on a connection that works. */
    void garbage();

    void audio(ByteBuffer data);

    void ended(Ending ending);
  }

  /** A welcome later than so long after the open is late, in milliseconds. */
  private static final long LATE_MS = 2_000;

  /** What may only be the consequence of a silence. */
  private static final Set<Verdict> LOSSES =
      Set.of(Verdict.CONNECTION_LOST, Verdict.IDLE_CUT, Verdict.HALF_OPEN);

  private final Platform platform;
  private final Settings settings;
  private final boolean last;
  private final @Nullable String resumeRequest;
  private final Listener listener;
  private final Greetings greetings;
  private final Countdown countdown;

  /** What came before the open, for which it is kept. */
  private final List<Runnable> early = new ArrayList<>();

  private @Nullable Outgoing outgoing;
  private @Nullable Socket socket;
  private Clock.@Nullable Timer probe;
  private @Nullable Pulse pulse;
  private ServerMessage.@Nullable Welcome proof;
  private long trafficAt;
  private boolean awaitsResumed;
  private boolean begun;
  private boolean open;
  private boolean greeted;
  private boolean ready;
  private boolean over;

  /**
   * Makes one that has not begun.
   *
   * @param last whether to wait on this connection for all the time there is, since no other
   *     follows
   * @param resumeRequest what asks for an older session; null to begin one
   */
  Attempt(
      Platform platform,
      Settings settings,
      boolean last,
      @Nullable String resumeRequest,
      Listener listener) {
    this.platform = platform;
    this.settings = settings;
    this.last = last;
    this.resumeRequest = resumeRequest;
    this.awaitsResumed = resumeRequest != null;
    this.listener = listener;
    this.greetings = new Greetings(platform.nonce().get(), settings.locale());
    this.countdown = new Countdown(platform, settings, greetings, new Lateness());
  }

  void begin() {
    countdown.begin();
    Socket begun = platform.connector().connect(this);
    socket = begun;
    outgoing =
        new Outgoing(
            begun,
            this::traffic,
            failure -> giveUp(Ending.lost("a message did not leave", silentMs())));
    if (over) {
      begun.close(CloseCode.NORMAL.code(), "");
    } else if (open) {
      greet();
    }
  }

  String nonce() {
    return greetings.nonce();
  }

  void sendText(String text, CompletableFuture<Void> sent) {
    if (outgoing != null) {
      outgoing.text(text, sent);
    }
  }

  void sendBinary(ByteBuffer data, CompletableFuture<Void> sent) {
    if (outgoing != null) {
      outgoing.binary(data, sent);
    }
  }

  /** Asks a connection that was READY whether it still is. */
  void check() {
    if (over || !ready || probe != null || greetings.isOlder()) {
      return;
    }
    probe =
        platform
            .clock()
            .after(
                settings.silenceMs(),
                () -> giveUp(Verdict.CONNECTION_LOST, "no answer to a hello"));
    hello();
  }

  /** Ends it for a cause. */
  void giveUp(Verdict verdict, String detail) {
    giveUp(Ending.by(verdict, detail));
  }

  private void giveUp(Ending ending) {
    // A server that is told of a normal end keeps no session, which nobody would resume.
    end(ending, ending.resumable() ? CloseCode.HEARTBEAT_LOST : CloseCode.NORMAL);
  }

  /** Ends it because the application wants it; the listener is not told. */
  CompletionStage<Void> close(Throwable why) {
    stop(why);
    return closeSocket(CloseCode.NORMAL);
  }

  /** Nothing that waits to leave will. */
  void stop(Throwable why) {
    over = true;
    early.clear();
    countdown.stop();
    if (probe != null) {
      probe.cancel();
    }
    if (pulse != null) {
      pulse.stop();
    }
    if (outgoing != null) {
      outgoing.end(why);
    }
  }

  @Override
  public void onBegin() {
    if (!over && !begun) {
      begun = true;
      countdown.handshake();
    }
  }

  @Override
  public void onOpen() {
    if (over || open) {
      return;
    }
    onBegin();
    open = true;
    traffic();
    countdown.open();
    listener.opened();
    if (outgoing != null) {
      greet();
    }
  }

  @Override
  public void onText(String text) {
    inTurn(() -> read(text));
  }

  @Override
  public void onBinary(ByteBuffer data) {
    inTurn(
        () -> {
          heard();
          listener.audio(data);
        });
  }

  @Override
  public void onClose(int code, String reason) {
    Ending ending = Ending.with(code, reason, progress(), open ? silentMs() : 0);
    // Whoever gives up a connection that never got READY does so for its silence.
    boolean silenced = countdown.isSilent() && LOSSES.contains(ending.verdict());
    end(silenced ? ending.with(countdown.silence()) : ending, null);
  }

  @Override
  public void onFailure(Finding finding, long retryAfterMs) {
    end(Ending.by(finding, retryAfterMs), null);
  }

  private void greet() {
    greeted = true;
    hello();
    if (resumeRequest != null && !over) {
      sendText(resumeRequest, new CompletableFuture<>());
      listener.saidResume();
    }
    settings.helloRepeatMs().forEach(delay -> countdown.after(delay, this::hello));
    List<Runnable> kept = List.copyOf(early);
    early.clear();
    for (Runnable message : kept) {
      if (!over) {
        message.run();
      }
    }
  }

  private void hello() {
    if (over) {
      return;
    }
    sendText(greetings.hello(), new CompletableFuture<>());
    listener.saidHello(greetings.hellos());
  }

  private Ending.Progress progress() {
    if (ready) {
      return Ending.Progress.READY;
    }
    return open ? Ending.Progress.OPEN : Ending.Progress.NOT_OPEN;
  }

  private void inTurn(Runnable message) {
    if (over) {
      return;
    }
    if (greeted) {
      message.run();
    } else {
      early.add(message);
    }
  }

  private void read(String text) {
    heard();
    listener.text(text);
    Optional<Incoming> message = MessageReader.read(text);
    if (message.isEmpty()) {
      if (ready) {
        listener.garbage();
      } else {
        giveUp(Verdict.NOT_OUR_PROTOCOL, "the first message is none of this protocol");
      }
    } else if (message.get() instanceof Incoming.Greeting greeting) {
      greeted(greeting.welcome());
    } else if (message.get() instanceof Incoming.Resumed resumed) {
      resumed(resumed);
    } else if (!greetings.isComplaint(message.get())) {
      listener.received(message.get());
    }
  }

  private void greeted(ServerMessage.Welcome greeting) {
    if (greeting.version() != 0 && greeting.version() != Protocol.VERSION) {
      giveUp(Verdict.VERSION_MISMATCH, "version " + greeting.version());
      return;
    }
    long afterMs = countdown.sinceOpenMs();
    if (!greetings.isWelcomed() && afterMs > LATE_MS) {
      listener.slow(
          Finding.of(
              Verdict.SERVER_SLOW, Confidence.HIGH, "welcome " + afterMs + " ms after the open"));
    }
    boolean proven = greetings.welcome(greeting);
    if (!ready) {
      listener.welcomed(greeting);
    }
    if (over || !proven) {
      return;
    }
    if (awaitsResumed && greeting.resume() == null) {
      giveUp(Ending.sessionLost("a server that cannot resume"));
      return;
    }
    if (probe != null) {
      probe.cancel();
      probe = null;
    }
    proof = greeting;
    countdown.proven();
    readyIfAll();
  }

  private void resumed(Incoming.Resumed message) {
    if (!awaitsResumed || !listener.resumed(message)) {
      giveUp(Ending.sessionLost("the counts of messages do not agree"));
    } else {
      awaitsResumed = false;
      readyIfAll();
    }
  }

  private void readyIfAll() {
    ServerMessage.Welcome greeting = proof;
    if (ready || over || greeting == null || awaitsResumed) {
      return;
    }
    ready = true;
    countdown.stop();
    ServerMessage.Resumption resume = greeting.resume();
    if (resume != null && resume.heartbeatMs() > 0) {
      pulse = new Pulse(platform.clock(), resume.heartbeatMs(), this::ask, this::lost);
    }
    listener.ready(greeting);
  }

  private void traffic() {
    trafficAt = platform.clock().millis();
  }

  /** For how long nothing was sent or heard. */
  private long silentMs() {
    return platform.clock().millis() - trafficAt;
  }

  private void heard() {
    traffic();
    if (pulse != null) {
      pulse.heard();
    }
  }

  private void ask() {
    sendText(listener.heartbeat(), new CompletableFuture<>());
  }

  private void lost() {
    giveUp(Verdict.HALF_OPEN, "no answer to a heartbeat");
  }

  private void end(Ending ending, @Nullable CloseCode code) {
    if (over) {
      return;
    }
    over = true;
    listener.ended(ending);
    if (code != null) {
      closeSocket(code);
    }
  }

  private CompletionStage<Void> closeSocket(CloseCode code) {
    return socket == null
        ? CompletableFuture.completedStage(null)
        : socket.close(code.code(), code.reason());
  }

  private final class Lateness implements Countdown.Listener {

    @Override
    public void silent(Finding finding) {
      listener.silent(finding);
      if (!last) {
        expired(finding);
      }
    }

    @Override
    public void expired(Finding finding) {
      giveUp(Ending.by(finding, 0));
    }
  }
}
