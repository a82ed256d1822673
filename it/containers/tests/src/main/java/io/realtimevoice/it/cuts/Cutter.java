package io.realtimevoice.it.cuts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A network between clients and a server, whose connections break as they are told to. */
final class Cutter implements AutoCloseable {

  /** What becomes of each connection. */
  @FunctionalInterface
  interface Plan {
    /**
     * Called once for each, one after the other.
     *
     * @param connection its number, from 0
     * @param cuts how many there have been before it
     */
    Cut cut(int connection, int cuts);
  }

  private static final int BACKLOG = 1_000;

  private final ServerSocket listening =
      new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
  private volatile int target;
  private final Plan plan;
  private final ExecutorService threads = Executors.newCachedThreadPool(Cutter::thread);
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final Map<Cut.End, Integer> cuts = new ConcurrentHashMap<>();

  /**
   * Begins to listen.
   *
   * @param target the server's port
   */
  Cutter(int target, Plan plan) throws IOException {
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
    return cuts.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many in which way. */
  Map<Cut.End, Integer> cutsByEnd() {
    return new TreeMap<>(cuts);
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
        Cut cut = plan.cut(connections.getAndIncrement(), cuts());
        threads.execute(() -> join(client, cut));
      }
    } catch (IOException e) {
      // The end of the test.
    }
  }

  private void join(Socket client, Cut cut) {
    try {
      Socket server = open(new Socket(InetAddress.getLoopbackAddress(), target));
      Link link = new Link(client, server, cut, sockets, end -> cuts.merge(end, 1, Integer::sum));
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

  static void reset(Socket socket) {
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
}
