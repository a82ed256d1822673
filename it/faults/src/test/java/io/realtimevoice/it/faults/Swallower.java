package io.realtimevoice.it.faults;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy that does something to what goes through it once the handshake is over, in one direction;
 * in the other nothing. Only WebSockets are harmed.
 */
final class Swallower implements AutoCloseable {

  /** What becomes of bytes that are no part of a handshake. */
  @FunctionalInterface
  interface Fate {
    /** Whatever comes is gone. */
    Fate SWALLOW = (bytes, length) -> 0;

    /** Nothing happens. */
    Fate PASS = (bytes, length) -> length;

    /** How many of the bytes, which may be changed, go on. */
    int befall(byte[] bytes, int length);
  }

  private static final byte[] END_OF_HEADER = {'\r', '\n', '\r', '\n'};

  private final ServerSocket listening;
  private final int backend;
  private final Fate up;
  private final Fate down;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<Closeable> open = new ConcurrentLinkedQueue<>();

  Swallower(int backend, Fate up, Fate down) throws IOException {
    this.backend = backend;
    this.up = up;
    this.down = down;
    listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
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
        Socket server = new Socket(InetAddress.getLoopbackAddress(), backend);
        open.add(client);
        open.add(server);
        threads.execute(() -> pump(client, server, up));
        threads.execute(() -> pump(server, client, down));
      }
    } catch (IOException e) {
      // closed: the test is over
    }
  }

  private static void pump(Socket from, Socket to, Fate fate) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      boolean webSocket = header(in, out);
      byte[] buffer = new byte[8192];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, webSocket ? fate.befall(buffer, read) : read);
        out.flush();
      }
    } catch (IOException e) {
      // one of them is gone, so the other goes, too
    }
  }

  /** Lets the header through; true if it is one of a WebSocket handshake. */
  private static boolean header(InputStream in, OutputStream out) throws IOException {
    StringBuilder header = new StringBuilder();
    int matched = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      header.append((char) next);
      matched = next == END_OF_HEADER[matched] ? matched + 1 : next == '\r' ? 1 : 0;
      if (matched == END_OF_HEADER.length) {
        break;
      }
    }
    out.write(header.toString().getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
    out.flush();
    return header.toString().toLowerCase(java.util.Locale.ROOT).contains("sec-websocket-");
  }
}
