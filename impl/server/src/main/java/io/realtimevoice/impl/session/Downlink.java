package io.realtimevoice.impl.session;

import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Scheduler;
import io.realtimevoice.impl.log.Message;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * What leaves one session, on whichever connection it has: reliable messages are counted, kept
 * until they are acknowledged, and sent again where the client lacks them. Used by any number of
 * threads.
 */
final class Downlink {

  private final Scheduler scheduler;
  private final ReplayBuffer replay;
  private volatile Connection connection;
  private volatile boolean attached = true;
  private volatile boolean over;

  /** On the session's first connection. */
  Downlink(Connection connection, Scheduler scheduler, ReplayBuffer replay) {
    this.connection = connection;
    this.scheduler = scheduler;
    this.replay = replay;
  }

  /** The latest connection, which may be lost. */
  Connection connection() {
    return connection;
  }

  /** Whether what is sent leaves, now or later. */
  boolean isOpen() {
    return !over && (replay.keeps() || connection.isOpen());
  }

  boolean isConnected() {
    return !over && attached && connection.isOpen();
  }

  /** Sends a reliable message; false if the session is over. */
  synchronized boolean send(String text) {
    if (!isOpen()) {
      return false;
    }
    told(replay.add(text, scheduler.nanoTime()));
    return (attached && connection.send(text)) || replay.keeps();
  }

  /** Sends a message that counts only on this connection. */
  synchronized void sendUncounted(String text) {
    if (attached) {
      connection.send(text);
    }
  }

  /** Plays audio, if the client is there. */
  boolean play(ByteBuffer audio) {
    return attached && !over && connection.play(audio);
  }

  /** The client acknowledges from now on. */
  synchronized void keep() {
    replay.keep();
  }

  /** The client has so many; false if there never were as many. */
  synchronized boolean acknowledge(long received) {
    return replay.acknowledge(received);
  }

  /** How many reliable messages there were. */
  synchronized long count() {
    return replay.count();
  }

  /** Gives up what has waited too long. */
  synchronized void expire(long nanoTime) {
    told(replay.expire(nanoTime));
  }

  synchronized void detach() {
    attached = false;
  }

  /** Whether a client that has so many can be given all that it lacks. */
  synchronized boolean covers(long received) {
    return replay.covers(received);
  }

  /** Whether a client says that it has more than there was. */
  synchronized boolean isFromTheFuture(long received) {
    return received > replay.count();
  }

  /**
   * Goes on on a new connection: first comes what tells so, then what the client lacks.
   *
   * @return how many messages the client gets again
   */
  synchronized int attach(Connection now, String resumed, long received) {
    replay.acknowledge(received);
    connection = now;
    attached = true;
    now.send(resumed);
    List<String> lacking = replay.after(received);
    lacking.forEach(now::send);
    return lacking.size();
  }

  /** What is kept for a client that cannot be given all. */
  synchronized List<String> kept(long received) {
    return replay.after(received);
  }

  /** Keeps nothing any more, and sends nothing but what is on its way. */
  synchronized void end() {
    over = true;
    replay.clear();
  }

  private void told(int givenUp) {
    if (givenUp > 0) {
      Message.REPLAY_DROPPED.log(connection.id(), givenUp);
    }
  }
}
