package io.realtimevoice.client.doctor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server on a real port that does what a test wants with each connection. */
final class Peer implements AutoCloseable {

  /** What it does; the connection is closed after it. */
  @FunctionalInterface
  interface Script {
    void play(Call call) throws IOException, GeneralSecurityException;
  }

  final Queue<String> requests = new ConcurrentLinkedQueue<>();
  private final ServerSocket server;

  private Peer(ServerSocket server, Script script) {
    this.server = server;
    Thread thread = new Thread(() -> accept(script), "peer");
    thread.setDaemon(true);
    thread.start();
  }

  static Peer of(Script script) throws IOException {
    return on(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), script);
  }

  static Peer on(ServerSocket server, Script script) {
    return new Peer(server, script);
  }

  /** Answers all requests with the same text. */
  static Peer answering(String answer) throws IOException {
    return of(
        call -> {
          call.request();
          call.say(answer);
        });
  }

  int port() {
    return server.getLocalPort();
  }

  String url(String scheme) {
    return scheme + "://127.0.0.1:" + port() + "/app/realtime-voice/stream";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept(Script script) {
    try {
      while (true) {
        Socket socket = server.accept();
        Thread thread = new Thread(() -> serve(socket, script), "peer-call");
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException e) {
      // The test is over.
    }
  }

  private void serve(Socket socket, Script script) {
    try (socket) {
      script.play(new Call(socket));
    } catch (IOException | GeneralSecurityException e) {
      // The client has seen enough.
    }
  }

  /** One connection. */
  final class Call {
    private static final int TEXT = 1;

    private final DataInputStream in;
    private final OutputStream out;
    private List<String> head = List.of();

    Call(Socket socket) throws IOException {
      in = new DataInputStream(socket.getInputStream());
      out = socket.getOutputStream();
    }

    /** Reads a request; its path. */
    String request() throws IOException {
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      while (!read.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
        read.write(in.readUnsignedByte());
      }
      head = read.toString(ISO_8859_1).lines().toList();
      requests.add(read.toString(ISO_8859_1));
      return head.get(0).split(" ", -1)[1];
    }

    String header(String name) {
      return head.stream()
          .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
          .map(line -> line.substring(name.length() + 1).trim())
          .findFirst()
          .orElse("");
    }

    void say(String text) throws IOException {
      out.write(text.getBytes(UTF_8));
      out.flush();
    }

    void bytes(int... bytes) throws IOException {
      for (int each : bytes) {
        out.write(each);
      }
      out.flush();
    }

    DataInputStream in() {
      return in;
    }

    /** Waits until the client hangs up. */
    void listen() throws IOException {
      in.transferTo(OutputStream.nullOutputStream());
    }

    /** Answers a handshake as it should be. */
    void upgrade() throws IOException, GeneralSecurityException {
      String accept = HttpSteps.accept(header("Sec-WebSocket-Key"));
      String upgraded = "HTTP/1.1 101 x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n";
      say(upgraded + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n");
    }

    void text(String text) throws IOException {
      frame(TEXT, text.getBytes(UTF_8));
    }

    void frame(int opcode, byte[] payload) throws IOException {
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      frame.write(0x80 | opcode);
      if (payload.length < 126) {
        frame.write(payload.length);
      } else {
        frame.write(126);
        frame.write(payload.length >> 8);
        frame.write(payload.length & 0xff);
      }
      frame.write(payload);
      out.write(frame.toByteArray());
      out.flush();
    }

    void closeWith(int code) throws IOException {
      frame(8, new byte[] {(byte) (code >> 8), (byte) code});
    }

    /** The next text or binary message, as it came; empty at a close frame. */
    byte[] message() throws IOException {
      int opcode = in.readUnsignedByte() & 0xf;
      int length = in.readUnsignedByte() & 0x7f;
      if (length == 126) {
        length = in.readUnsignedShort();
      }
      byte[] mask = in.readNBytes(4);
      byte[] payload = in.readNBytes(length);
      for (int i = 0; i < payload.length; i++) {
        payload[i] ^= mask[i % 4];
      }
      return opcode == 8 ? new byte[0] : payload;
    }

    /** Waits for a hello, and gives its nonce. */
    String hello() throws IOException {
      return Json.text(Json.object(new String(message(), UTF_8)).orElseThrow(), "nonce");
    }
  }
}
