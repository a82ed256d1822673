package io.realtimevoice.it.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port that is known before any server is, and leads to one once there is one. */
public final class Gateway {

  /** One for all applications: it leads to the latest. */
  public static final Gateway SHARED = new Gateway();

  private static final int NOWHERE = 0;

  private final ServerSocket listening;
  private final ExecutorService threads = Executors.newCachedThreadPool(Gateway::thread);
  private volatile int target = NOWHERE;

  private Gateway() {
    try {
      listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "gateway");
    thread.setDaemon(true);
    return thread;
  }

  /** The port on the loopback interface. */
  public int port() {
    return listening.getLocalPort();
  }

  /** From here on, connections lead to the server on a port; before, they are closed at once. */
  public void leadTo(int port) {
    target = port;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listening.accept();
        threads.execute(() -> join(client));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void join(Socket client) {
    try (client;
        Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      threads.execute(() -> copy(server, client));
      copy(client, server);
    } catch (IOException e) {
      // Closing both is all that there is to do.
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to;
        InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // The end of a connection is the end of both its halves.
    }
  }
}
