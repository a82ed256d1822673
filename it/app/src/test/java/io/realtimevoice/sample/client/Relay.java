package io.realtimevoice.sample.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Listens, and connects each client with wherever it is to go. */
final class Relay implements AutoCloseable {

  /** Says where a client goes; null if nowhere. */
  interface Guide {
    Socket target(Socket client) throws IOException;
  }

  private final ServerSocket listening;
  private final Guide guide;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Closeable> open = new ConcurrentLinkedQueue<>();

  Relay(ServerSocket listening, Guide guide) {
    this.listening = listening;
    this.guide = guide;
    open.add(listening);
    threads.execute(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  @Override
  public void close() throws IOException {
    for (Closeable each : open) {
      each.close();
    }
    threads.shutdownNow();
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        open.add(client);
        threads.execute(() -> connect(client));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private void connect(Socket client) {
    try {
      Socket target = guide.target(client);
      if (target == null) {
        client.close();
        return;
      }
      open.add(target);
      threads.execute(() -> pump(target, client));
      pump(client, target);
    } catch (IOException e) {
      closeQuietly(client);
    }
  }

  private static void pump(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        out.flush();
      }
    } catch (IOException e) {
      // one of them is gone, so the other goes, too
    }
  }

  private static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // gone already
    }
  }
}
