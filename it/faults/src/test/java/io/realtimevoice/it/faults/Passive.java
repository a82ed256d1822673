package io.realtimevoice.it.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Clients that connect, and whose code then does nothing: for longer than anybody waits. */
final class Passive {

  private static final int SECONDS = 6;
  private static final int SMALL = 1024;

  private Passive() {}

  /** Its WebSocket stack reads and answers pings; its code listens too late to say anything. */
  static Situation.Action listensTooLate(Laboratory lab, Backend server) {
    return () -> {
      WebSocket socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .buildAsync(server.url(), new WebSocket.Listener() {})
              .get(1, TimeUnit.MINUTES);
      lab.keep(socket::abort);
      pass();
    };
  }

  /** Nothing of it reads, not even its WebSocket stack. */
  static Situation.Action neverReads(Laboratory lab, Backend server) {
    return () -> {
      Socket socket = lab.keep(new Socket());
      socket.setReceiveBufferSize(SMALL);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      shakeHands(socket);
      pass();
    };
  }

  private static void shakeHands(Socket socket) throws IOException {
    socket
        .getOutputStream()
        .write(
            ("GET "
                    + Backend.PATH
                    + " HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\n"
                    + "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(ISO_8859_1));
  }

  private static void pass() throws Exception {
    try {
      new CompletableFuture<Void>().get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException over) {
      // what was waited for
    }
  }
}
