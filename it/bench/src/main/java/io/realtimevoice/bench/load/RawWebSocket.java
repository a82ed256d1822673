package io.realtimevoice.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;

/**
 * A WebSocket that reads when it is told to, and never by itself as those of libraries do. RFC
 * 6455, as far as the channel needs it.
 */
final class RawWebSocket implements AutoCloseable {

  static final int TEXT = 1;
  static final int CLOSE = 8;

  /**
   * A frame; the channel does not fragment.
   *
   * @param opcode what it is
   * @param payload its content
   */
  record Frame(int opcode, ByteBuffer payload) {
    String text() {
      return UTF_8.decode(payload.duplicate()).toString();
    }

    /** Of a close. */
    int code() {
      return payload.remaining() < Short.BYTES
          ? NO_CODE
          : Short.toUnsignedInt(payload.getShort(payload.position()));
    }
  }

  /** RFC 6455, section 7.1.5. */
  private static final int NO_CODE = 1005;

  private static final String END_OF_HEAD = "\r\n\r\n";
  private static final int LAST_FRAME = 0x80;
  private static final int OPCODE = 0x0f;
  private static final int MASKED = 0x80;
  private static final int LENGTH = 0x7f;
  private static final int SHORT_LENGTH = 126;
  private static final int LONG_LENGTH = 127;

  /** Which changes nothing; it has to be there, and no proxy is here to be protected. */
  private static final byte[] MASK = new byte[4];

  private final Socket socket = new Socket();
  private final DataInputStream in;

  /** Connects, with as little room for what is not read as the system gives. */
  RawWebSocket(URI uri, int receiveBuffer, Duration patience) throws IOException {
    try {
      socket.setReceiveBufferSize(receiveBuffer);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout((int) patience.toMillis());
      socket.connect(
          new InetSocketAddress(uri.getHost(), uri.getPort()), (int) patience.toMillis());
      // Not buffered: what was read ahead would be read.
      in = new DataInputStream(socket.getInputStream());
      upgrade(uri);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void upgrade(URI uri) throws IOException {
    List<String> request =
        List.of(
            "GET " + uri.getPath() + " HTTP/1.1",
            "Host: " + uri.getAuthority(),
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    String lines = String.join("\r\n", request) + END_OF_HEAD;
    socket.getOutputStream().write(lines.getBytes(ISO_8859_1));
    StringBuilder head = new StringBuilder();
    while (head.indexOf(END_OF_HEAD) < 0) {
      head.append((char) in.readUnsignedByte());
    }
    if (!head.toString().startsWith("HTTP/1.1 101 ")) {
      throw new IOException("no WebSocket: " + head.toString().lines().findFirst().orElse(""));
    }
  }

  void send(String text) throws IOException {
    byte[] payload = text.getBytes(UTF_8);
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 8);
    frame.put((byte) (LAST_FRAME | TEXT));
    if (payload.length < SHORT_LENGTH) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | SHORT_LENGTH)).putShort((short) payload.length);
    }
    frame.put(MASK).put(payload).flip();
    socket.getOutputStream().write(frame.array(), 0, frame.limit());
  }

  /** Waits for the next frame. */
  Frame read() throws IOException {
    int opcode = in.readUnsignedByte() & OPCODE;
    int length = in.readUnsignedByte() & LENGTH;
    if (length == SHORT_LENGTH) {
      length = in.readUnsignedShort();
    } else if (length == LONG_LENGTH) {
      length = Math.toIntExact(in.readLong());
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException("in the middle of a frame");
    }
    return new Frame(opcode, ByteBuffer.wrap(payload));
  }

  /** Makes room, for who reads on. */
  void receiveBuffer(int bytes) throws IOException {
    socket.setReceiveBufferSize(bytes);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
