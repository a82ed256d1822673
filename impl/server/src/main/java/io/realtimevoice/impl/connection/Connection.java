package io.realtimevoice.impl.connection;

import io.realtimevoice.OverflowPolicy;
import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.protocol.CloseCode;
import io.realtimevoice.protocol.ErrorCode;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket connection: sends, delivers the welcome, and ends exactly once.
 *
 * <p>It ends when the container says so, when our close frame was handed to the container, or when
 * it cannot go on; what the container makes of a close is not waited for, because with a peer that
 * does not read some containers never report it.
 */
public final class Connection implements Liveness.Watched {

  /**
   * What a connection keeps to.
   *
   * @param outboxControl how much text may wait, in characters and 64 a message
   * @param outboxAudio how much played audio may wait, in bytes
   * @param retryDelay between two tries to send a frame
   * @param retries how many times a frame is tried again
   * @param sendTimeout how long one frame may take
   * @param welcomeTimeout from the open to the client's first message
   * @param overflow what happens when too much played audio waits
   * @param heartbeat after how much silence the peer is asked for a sign of life
   * @param heartbeatAnswer within which one must come then
   */
  public record Limits(
      int outboxControl,
      int outboxAudio,
      Duration retryDelay,
      int retries,
      Duration sendTimeout,
      Duration welcomeTimeout,
      OverflowPolicy overflow,
      Duration heartbeat,
      Duration heartbeatAnswer) {}

  /** Asks the peer for a sign of life, and tells it what it missed. */
  public interface Signals {
    /** Nothing was heard for a while. */
    void ask();

    /**
     * Played audio was left out.
     *
     * @param bytes how much
     * @return what the peer is told in its place; null for nothing
     */
    @Nullable String gap(long bytes);
  }

  private static final ByteBuffer NO_PAYLOAD = ByteBuffer.allocate(0);
  private static final int ABNORMAL_CLOSURE = 1006;
  private static final long NEVER = Long.MIN_VALUE;

  private final Transport transport;
  private final Scheduler scheduler;
  private final Limits limits;
  private final ConnectionListener listener;
  private final Outbox outbox;
  private final WelcomeLadder ladder;
  private final Pulse pulse;
  private final Traffic traffic = new Traffic();
  private final long opened;
  private final Ending ending = new Ending();
  private volatile boolean closing;
  private volatile boolean gone;
  private volatile WelcomeText greeting;
  private volatile @Nullable Signals signals;
  private long notOpenSince = NEVER;

  /**
   * A connection that has just been opened.
   *
   * @param transport carries its frames
   * @param scheduler its time and threads
   * @param limits what it keeps to
   * @param listener told what happens
   * @param greeting gives the welcome of an attempt, counted from 1
   */
  public Connection(
      Transport transport,
      Scheduler scheduler,
      Limits limits,
      ConnectionListener listener,
      WelcomeText greeting) {
    this.transport = transport;
    this.scheduler = scheduler;
    this.limits = limits;
    this.listener = listener;
    this.greeting = greeting;
    this.opened = scheduler.nanoTime();
    this.pulse = new Pulse(new Pulse.Limits(limits.heartbeat(), limits.heartbeatAnswer()), opened);
    this.outbox =
        new Outbox(
            transport,
            scheduler,
            new Outbox.Bounds(
                limits.outboxControl(),
                limits.outboxAudio(),
                limits.overflow(),
                limits.retryDelay(),
                limits.retries()),
            new Reports());
    this.ladder =
        new WelcomeLadder(
            transport.id(),
            outbox,
            scheduler,
            limits.welcomeTimeout(),
            new WelcomeReports(transport.id(), listener));
    listener.opened(transport.id(), traffic);
  }

  /**
   * The connection's id, as in the log.
   *
   * @return what the container calls it
   */
  public String id() {
    return transport.id();
  }

  /**
   * Whether messages still go out.
   *
   * @return false once a close was asked for or has happened
   */
  public boolean isOpen() {
    return !closing;
  }

  /**
   * Adds what to do when the connection has ended; done at once if it has ended already.
   *
   * @param action given the close code: ours, or the peer's, or 1006; must not throw
   */
  public void whenEnded(IntConsumer action) {
    ending.then(action);
  }

  /**
   * Sets what the welcome will be, and what later ones of the same connection will be.
   *
   * @param text gives the welcome of an attempt, counted from 1
   */
  public void greeting(WelcomeText text) {
    greeting = text;
    ladder.greeting(text);
  }

  /**
   * From here on the peer is lost with 4480 if it is not heard of in time.
   *
   * @param how what asks for a sign of life
   */
  public void signals(Signals how) {
    signals = how;
  }

  /**
   * Begins to deliver the welcome, in the call, which may wait for the application's text; only the
   * first call counts, none once a close was asked for.
   */
  public void welcome() {
    if (isOpen()) {
      WelcomeText text = greeting;
      text.prepare();
      if (isOpen()) {
        ladder.begin(text);
      }
    }
  }

  /**
   * Sends the welcome once more.
   *
   * @param nonce that this and the later ones shall carry; null for none
   */
  public void welcomeAgain(@Nullable String nonce) {
    ladder.again(nonce);
  }

  /**
   * A text message has come.
   *
   * @param chars how long it is, in UTF-16 code units
   */
  public void receivedText(int chars) {
    traffic.textIn(chars, elapsed());
    acknowledged();
  }

  /**
   * A binary message has come.
   *
   * @param bytes how long it is
   */
  public void receivedBinary(int bytes) {
    long now = elapsed();
    traffic.binaryIn(bytes, now);
    traffic.audioIn(now);
    acknowledged();
  }

  /** The text message that has come is audio. */
  public void receivedAudio() {
    traffic.audioIn(elapsed());
  }

  /**
   * An error goes to the peer.
   *
   * @param code which
   */
  public void telling(ErrorCode code) {
    listener.told(id(), code);
  }

  /** A message of the client has come, which shows that its code runs. */
  public void acknowledged() {
    pulse.heard();
    ladder.acknowledge();
  }

  /**
   * A pong has come.
   *
   * @param payload its payload
   */
  public void pong(ByteBuffer payload) {
    traffic.signIn(elapsed());
    pulse.heard();
    ladder.pong(payload);
  }

  /** Pings the peer, whose WebSocket stack answers by itself. */
  public void ping() {
    if (isOpen()) {
      outbox.offer(new Frame.Ping(NO_PAYLOAD));
    }
  }

  /**
   * Sends a text message, behind those before it.
   *
   * @param text the message
   * @return false if nothing leaves any more
   */
  public boolean send(String text) {
    return isOpen() && outbox.offer(new Frame.Text(text, Frame.Progress.IGNORED));
  }

  /**
   * Sends a binary message that is never dropped, in its place among the text messages.
   *
   * @param data not to be changed any more
   * @return false if nothing leaves any more
   */
  public boolean send(ByteBuffer data) {
    return isOpen() && outbox.offer(new Frame.Binary(data));
  }

  /**
   * Sends audio as soon as no text waits; dropped, oldest first, if too much waits.
   *
   * @param data not to be changed any more, and not copied
   * @return false if nothing leaves any more
   */
  public boolean play(ByteBuffer data) {
    return isOpen() && outbox.offerAudio(data);
  }

  /**
   * Whether the client makes us answer faster than it reads.
   *
   * @return true if half of the outbox is full of text
   */
  public boolean backlogged() {
    return outbox.backlogged();
  }

  /**
   * Closes, behind the messages that were sent before.
   *
   * @param code for the peer
   */
  public void close(CloseCode code) {
    if (isOpen()) {
      closing = true;
      outbox.offer(new Frame.Close(code));
    }
  }

  /**
   * Closes now, whatever waits.
   *
   * @param code for the peer
   */
  public void abort(CloseCode code) {
    closing = true;
    outbox.discard();
    if (end(code.code(), true)) {
      scheduler.closing(() -> transport.close(code));
    }
  }

  /**
   * Whether nothing waits to leave.
   *
   * @return false while a message is on its way to the container, too
   */
  public boolean isIdle() {
    return outbox.isEmpty();
  }

  /**
   * Closes now, within the call: for an undeploy, after which no thread is left to do it. Closes
   * again what was closed a moment ago, since nobody may have got round to it.
   *
   * @param code for the peer
   */
  public void closeInPlace(CloseCode code) {
    closing = true;
    outbox.discard();
    end(code.code(), true);
    if (!gone) {
      transport.close(code);
    }
  }

  /**
   * The container says that the connection is closed.
   *
   * @param code the code that it gives
   */
  public void closed(int code) {
    closing = true;
    gone = true;
    outbox.discard();
    end(code, false);
  }

  @Override
  public void check(long nanoTime) {
    if (outbox.stuck(nanoTime, limits.sendTimeout())) {
      listener.broken(id(), CloseCode.TOO_SLOW.code(), null);
      abort(CloseCode.TOO_SLOW);
    } else if (transport.isOpen()) {
      notOpenSince = NEVER;
      checkPulse(nanoTime);
    } else if (notOpenSince == NEVER) {
      notOpenSince = nanoTime;
    } else if (nanoTime - notOpenSince > limits.sendTimeout().toNanos()) {
      closed(ABNORMAL_CLOSURE);
    }
  }

  private void checkPulse(long nanoTime) {
    Signals asking = signals;
    if (asking == null || closing) {
      return;
    }
    switch (pulse.check(nanoTime)) {
      case ASK -> asking.ask();
      case LOST -> {
        listener.broken(id(), CloseCode.HEARTBEAT_LOST.code(), null);
        abort(CloseCode.HEARTBEAT_LOST);
      }
      case FINE -> {}
    }
  }

  private boolean end(int code, boolean ours) {
    if (!ending.with(code)) {
      return false;
    }
    ladder.close();
    if (ours) {
      listener.closing(id(), code);
    }
    ending.tell();
    listener.closed(new ConnectionClosed(id(), code, Duration.ofNanos(elapsed())));
    return true;
  }

  private long elapsed() {
    return scheduler.nanoTime() - opened;
  }

  private final class Reports implements Outbox.Owner {

    @Override
    public void closeReached(CloseCode code) {
      abort(code);
    }

    @Override
    public void broken(CloseCode code, @Nullable Throwable cause) {
      listener.broken(id(), code.code(), cause);
      abort(code);
    }

    @Override
    public void retrying(int time, @Nullable Throwable cause) {
      listener.retrying(id(), time, cause);
    }

    @Override
    public void audioDropped(int bytes) {
      listener.audioDropped(id(), bytes);
    }

    @Override
    public @Nullable String gap(long bytes) {
      Signals telling = signals;
      return telling == null ? null : telling.gap(bytes);
    }

    @Override
    public void textWritten(int chars) {
      traffic.textOut(chars, elapsed());
    }

    @Override
    public void binaryWritten(int bytes) {
      traffic.binaryOut(bytes, elapsed());
    }

    @Override
    public void pingWritten() {
      traffic.signOut(elapsed());
    }
  }
}
