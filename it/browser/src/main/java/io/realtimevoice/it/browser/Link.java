package io.realtimevoice.it.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** A network between a browser and a server, with a delay, which can stand still for a while. */
final class Link implements AutoCloseable {

  private static final int CHUNK = 16 * 1024;

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final int target;
  private final long delayNanos;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private boolean frozen;

  /**
   * Begins to listen.
   *
   * @param target the server's port
   * @param delay added to each direction
   */
  Link(int target, Duration delay) throws IOException {
    this.target = target;
    this.delayNanos = delay.toNanos();
    run(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /** From here on nothing passes, and nothing is lost. */
  synchronized void freeze() {
    frozen = true;
  }

  /** What was held passes, all at once. */
  synchronized void thaw() {
    frozen = false;
    notifyAll();
  }

  @Override
  public void close() throws IOException {
    listening.close();
    thaw();
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = open(listening.accept());
      Socket server = open(new Socket(InetAddress.getLoopbackAddress(), target));
      carry(client, server);
      carry(server, client);
    }
  }

  private Socket open(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    sockets.add(socket);
    return socket;
  }

  private void carry(Socket from, Socket to) {
    BlockingQueue<Parcel> way = new DelayQueue<>();
    run(() -> take(from, way));
    run(() -> deliver(way, to));
  }

  private void take(Socket from, BlockingQueue<Parcel> way) throws IOException {
    InputStream in = from.getInputStream();
    byte[] chunk = new byte[CHUNK];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      way.add(
          new Parcel(ByteBuffer.wrap(Arrays.copyOf(chunk, read)), System.nanoTime() + delayNanos));
    }
    way.add(new Parcel(ByteBuffer.allocate(0), System.nanoTime() + delayNanos));
  }

  private void deliver(BlockingQueue<Parcel> way, Socket to)
      throws IOException, InterruptedException {
    OutputStream out = to.getOutputStream();
    for (Parcel next = way.take(); next.bytes().hasRemaining(); next = way.take()) {
      awaitThaw();
      out.write(next.bytes().array());
    }
    to.close();
  }

  private synchronized void awaitThaw() throws InterruptedException {
    while (frozen) {
      wait();
    }
  }

  /** Bytes that arrive at a time; none stand for the end. */
  private record Parcel(ByteBuffer bytes, long due) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(due, ((Parcel) other).due);
    }
  }

  private interface Task {
    void run() throws IOException, InterruptedException;
  }

  private void run(Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException | InterruptedException e) {
                // The end of a connection, or of the link.
              }
            },
            "link");
    thread.setDaemon(true);
    thread.start();
  }
}
