package io.realtimevoice.it.cuts;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One connection through the {@link Cutter}, with both its sides. */
final class Link {

  private static final int CHUNK = 16 * 1024;

  private final Socket client;
  private final Socket server;
  private final Cut cut;
  private final Set<Socket> sockets;
  private final Consumer<Cut.End> whenCut;
  private boolean over;
  private volatile boolean held;
  private volatile long frozenUntil = System.nanoTime();

  /**
   * One over which nothing has passed.
   *
   * @param sockets all that must be closed in the end
   * @param whenCut told at most once
   */
  Link(Socket client, Socket server, Cut cut, Set<Socket> sockets, Consumer<Cut.End> whenCut) {
    this.client = client;
    this.server = server;
    this.cut = cut;
    this.sockets = sockets;
    this.whenCut = whenCut;
  }

  /** Carries what goes in one direction until the end, on a thread of its own. */
  void carry(Cut.Way way, Socket from, Socket to) {
    try {
      if (way == cut.way() && cut.end() != Cut.End.NONE) {
        carryToTheMoment(from, to);
      } else {
        carryOn(from, to);
      }
      end(from, to);
    } catch (IOException e) {
      end(from, to);
    }
  }

  private void carryOn(Socket from, Socket to) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0 && !held; read = in.read(chunk)) {
      pauseUntil(inMillis(cut.delayMillis()));
      pauseUntil(frozenUntil);
      out.write(chunk, 0, read);
    }
  }

  private void carryToTheMoment(Socket from, Socket to) throws IOException {
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    byte[] chunk = new byte[CHUNK];
    Moment moment = new Moment(cut);
    int read = 0;
    int before = 0;
    while (!moment.isNow()) {
      read = in.read(chunk);
      if (read < 0) {
        return;
      }
      pauseUntil(inMillis(cut.delayMillis()));
      before = moment.take(chunk, read);
      if (!moment.isNow()) {
        out.write(chunk, 0, before);
      }
    }
    // Whoever gets the last bytes may end the connection; it counts as cut all the same.
    if (isCut()) {
      cut(from, to, chunk, before, read);
    }
  }

  /**
   * Breaks.
   *
   * @param chunk what was read last
   * @param before how much of it is before the moment
   */
  private void cut(Socket from, Socket to, byte[] chunk, int before, int read) throws IOException {
    OutputStream out = to.getOutputStream();
    if (cut.end() != Cut.End.LATE) {
      out.write(chunk, 0, before);
    }
    switch (cut.end()) {
      case KILL -> {
        forget(client);
        forget(server);
      }
      case FREEZE -> {
        pauseUntil(inMillis(cut.pauseMillis()));
        forget(client);
        forget(server);
      }
      case THAW -> {
        frozenUntil = inMillis(cut.pauseMillis());
        pauseUntil(frozenUntil);
        out.write(chunk, before, read - before);
        carryOn(from, to);
      }
      case HALVE -> swallow(from);
      case LATE -> {
        forget(from);
        pauseUntil(inMillis(cut.pauseMillis()));
        out.write(chunk, 0, before);
        if (to == server) {
          swallow(server);
        }
        forget(to);
      }
      case LEAVE_SERVER -> forget(client);
      case LEAVE_CLIENT -> forget(server);
      case NONE -> throw new AssertionError("not a cut");
    }
  }

  private void swallow(Socket from) throws IOException {
    InputStream in = from.getInputStream();
    byte[] chunk = new byte[CHUNK];
    while (in.read(chunk) >= 0) {}
  }

  /** Whether there is still something to cut; counts it then. */
  private synchronized boolean isCut() {
    if (over) {
      return false;
    }
    boolean passesOn = cut.end() == Cut.End.THAW || cut.end() == Cut.End.HALVE;
    over = !passesOn;
    held = !passesOn;
    whenCut.accept(cut.end());
    return true;
  }

  /** One side has ended by itself: so does the other. */
  private void end(Socket from, Socket to) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
    }
    sockets.remove(from);
    sockets.remove(to);
    try {
      from.close();
      to.close();
    } catch (IOException e) {
      // It is closed already.
    }
  }

  private void forget(Socket socket) {
    sockets.remove(socket);
    Cutter.reset(socket);
  }

  private static void pauseUntil(long nanoTime) throws IOException {
    for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
      LockSupport.parkNanos(left);
      if (Thread.interrupted()) {
        throw new InterruptedIOException("the end of the test");
      }
    }
  }

  private static long inMillis(int millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
