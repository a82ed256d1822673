package io.realtimevoice.it.cuts;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/** A network between clients and a server, whose connections break as they are told to. */
final class Cutter implements AutoCloseable {

  private static final int CHUNK = 16 * 1024;
  private static final int BACKLOG = 1_000;
  private static final long FREEZE_NANOS = 100_000_000;

  private final ServerSocket listening =
      new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
  private volatile int target;
  private final IntFunction<Cut> plan;
  private final ExecutorService threads = Executors.newCachedThreadPool(Cutter::thread);
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger cuts = new AtomicInteger();

  /**
   * Begins to listen.
   *
   * @param target the server's port
   * @param plan what becomes of each connection, counted from 0
   */
  Cutter(int target, IntFunction<Cut> plan) throws IOException {
    this.target = target;
    this.plan = plan;
    threads.execute(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** From here on, connections lead to another server. */
  void leadTo(int port) {
    target = port;
  }

  /** How many connections have been made. */
  int connections() {
    return connections.get();
  }

  /** How many of them have been cut. */
  int cuts() {
    return cuts.get();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    sockets.forEach(Cutter::reset);
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = open(listening.accept());
        Cut cut = plan.apply(connections.getAndIncrement());
        threads.execute(() -> join(client, cut));
      }
    } catch (IOException e) {
      // The end of the test.
    }
  }

  private void join(Socket client, Cut cut) {
    try {
      Socket server = open(new Socket(InetAddress.getLoopbackAddress(), target));
      Link link = new Link(client, server, cut);
      threads.execute(() -> link.carry(Cut.Way.DOWN, server, client));
      link.carry(Cut.Way.UP, client, server);
    } catch (IOException e) {
      reset(client);
    }
  }

  private Socket open(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    sockets.add(socket);
    return socket;
  }

  private static void reset(Socket socket) {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      // It is closed already.
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "cutter");
    thread.setDaemon(true);
    return thread;
  }

  private final class Link {
    private final Socket client;
    private final Socket server;
    private final Cut cut;
    private boolean over;
    private volatile boolean held;

    Link(Socket client, Socket server, Cut cut) {
      this.client = client;
      this.server = server;
      this.cut = cut;
    }

    void carry(Cut.Way way, Socket from, Socket to) {
      boolean watched = way == cut.way() && cut.end() != Cut.End.NONE;
      Frames frames = new Frames();
      long left = cut.bytes();
      byte[] chunk = new byte[CHUNK];
      try {
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream();
        if (watched && left == 0) {
          cut();
          return;
        }
        for (int read = in.read(chunk); read >= 0 && !held; read = in.read(chunk)) {
          int passing = (int) Math.min(read, left);
          if (watched && cut.frame() >= 0) {
            passing = frames.take(chunk, read, cut.frame());
          }
          LockSupport.parkNanos(cut.delayMillis() * 1_000_000L);
          out.write(chunk, 0, watched ? passing : read);
          left -= watched ? passing : 0;
          if (watched && (left == 0 || (cut.frame() >= 0 && frames.reached(cut.frame())))) {
            cut();
            return;
          }
        }
        end(from, to);
      } catch (IOException e) {
        end(from, to);
      }
    }

    private void cut() {
      synchronized (this) {
        if (over) {
          return;
        }
        over = true;
      }
      cuts.incrementAndGet();
      held = cut.end() != Cut.End.KILL;
      if (cut.end() == Cut.End.FREEZE) {
        LockSupport.parkNanos(FREEZE_NANOS);
      }
      forget(client);
      if (cut.end() != Cut.End.LEAVE_SERVER) {
        forget(server);
      }
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
      reset(socket);
    }
  }
}
