package io.realtimevoice.it.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;

/**
 * A WebSocket client that is one with its socket: nothing is read that no call asks for, not even
 * into a buffer of some size, and no ping is answered.
 *
 * <p>For one thread. No read waits for longer than {@link VoiceClient#PATIENCE}.
 */
public final class SocketClient implements AutoCloseable {

  /** So small that a peer soon notices that nobody reads. */
  private static final int BUFFER = 4 * 1024;

  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int FINAL = 0x80;
  private static final int MASKED = 0x80;

  private final Socket socket;
  private final DataInputStream in;
  private final OutputStream out;

  private SocketClient(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), BUFFER));
    this.out = socket.getOutputStream();
  }

  /**
   * Connects, and returns after the handshake.
   *
   * @throws IOException if it does not come about
   */
  public static SocketClient connect(URI uri) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(BUFFER);
    socket.setSoTimeout((int) VoiceClient.PATIENCE.toMillis());
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    SocketClient client = new SocketClient(socket);
    client.shakeHands(uri);
    return client;
  }

  @SuppressWarnings("deprecation") // A line of ASCII is what DataInputStream can read.
  private void shakeHands(URI uri) throws IOException {
    String request =
        """
        GET %s HTTP/1.1
        Host: %s:%d
        Upgrade: websocket
        Connection: Upgrade
        Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
        Sec-WebSocket-Version: 13

        """
            .formatted(uri.getRawPath(), uri.getHost(), uri.getPort())
            .replace("\n", "\r\n");
    out.write(request.getBytes(US_ASCII));
    String status = in.readLine();
    if (status == null || !status.contains(" 101 ")) {
      throw new IOException("No handshake, but " + status);
    }
    String header = status;
    while (header != null && !header.isEmpty()) {
      header = in.readLine();
    }
  }

  /** Sends a text message. */
  public void sendText(String text) throws IOException {
    send(TEXT, text.getBytes(UTF_8));
  }

  /** Sends a binary message. */
  public void sendBinary(byte... bytes) throws IOException {
    send(BINARY, bytes);
  }

  private void send(int opcode, byte... payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(8 + payload.length);
    frame.put((byte) (FINAL | opcode));
    if (payload.length < 126) {
      frame.put((byte) (MASKED | payload.length));
    } else {
      frame.put((byte) (MASKED | 126)).putShort((short) payload.length);
    }
    frame.putInt(0); // A mask that changes nothing is one, too.
    frame.put(payload);
    out.write(frame.array(), 0, frame.position());
  }

  /**
   * Reads up to a text message with some words in it, and no further.
   *
   * @throws IOException if the connection ends first
   */
  public String readText(String words) throws IOException {
    while (true) {
      int opcode = in.readUnsignedByte() & 0xf;
      String payload = new String(payload(), UTF_8);
      if (opcode == TEXT && payload.contains(words)) {
        return payload;
      }
    }
  }

  /**
   * Reads all that comes, up to the connection's end.
   *
   * @return the code of the close frame; {@link Closed#WITHOUT_CLOSE_FRAME} if none came
   * @throws SocketTimeoutException if the connection does not end
   */
  public int readToTheEnd() throws SocketTimeoutException {
    try {
      while (true) {
        int opcode = in.readUnsignedByte() & 0xf;
        byte[] payload = payload();
        if (opcode == CLOSE) {
          return ByteBuffer.wrap(payload).getShort();
        }
      }
    } catch (SocketTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return Closed.WITHOUT_CLOSE_FRAME;
    }
  }

  private byte[] payload() throws IOException {
    int size = in.readUnsignedByte();
    long length =
        switch (size) {
          case 126 -> in.readUnsignedShort();
          case 127 -> in.readLong();
          default -> size;
        };
    byte[] payload = in.readNBytes(Math.toIntExact(length));
    if (payload.length < length) {
      throw new EOFException("in the middle of a frame");
    }
    return payload;
  }

  /** Ends the TCP connection. */
  @Override
  public void close() throws IOException {
    socket.close();
  }
}
