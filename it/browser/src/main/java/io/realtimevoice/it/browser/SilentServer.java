package io.realtimevoice.it.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Opens every WebSocket (RFC 6455, section 4.2.2) and never says a word; whatever else it is asked,
 * it closes the connection.
 */
final class SilentServer implements AutoCloseable {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final String KEY = "sec-websocket-key:";

  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private final AtomicInteger opened = new AtomicInteger();

  SilentServer() throws IOException {
    run(this::accept);
  }

  String url() {
    return "ws://127.0.0.1:" + listening.getLocalPort() + "/realtime-voice/stream";
  }

  /** What a browser says of it: plain HTTP gets no answer that it would understand. */
  String cannotBeAsked() {
    return Pattern.quote("http://127.0.0.1:" + listening.getLocalPort() + "/realtime-voice/");
  }

  /** How many WebSockets it has opened. */
  int connections() {
    return opened.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        sockets.add(socket);
        // A browser may open more sockets than it has something to ask on.
        run(() -> answer(socket));
      }
    } catch (IOException e) {
      // Closed.
    }
  }

  private void answer(Socket socket) {
    try {
      String key = key(socket);
      if (key.isEmpty()) {
        socket.close();
      } else {
        opened.incrementAndGet();
        upgrade(socket, key);
      }
    } catch (IOException | NoSuchAlgorithmException e) {
      // Closed.
    }
  }

  private static void run(Runnable task) {
    Thread thread = new Thread(task, "silent-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Of a request for a WebSocket; empty in every other request. */
  private static String key(Socket socket) throws IOException {
    BufferedReader request =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    String key = "";
    for (String line = request.readLine();
        line != null && !line.isEmpty();
        line = request.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(KEY)) {
        key = line.substring(KEY.length()).strip();
      }
    }
    return key;
  }

  private static void upgrade(Socket socket, String key)
      throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(ISO_8859_1));
    socket
        .getOutputStream()
        .write(
            ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Accept: "
                    + Base64.getEncoder().encodeToString(digest)
                    + "\r\n\r\n")
                .getBytes(ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    listening.close();
    for (Socket socket : sockets) {
      socket.close();
    }
  }
}
