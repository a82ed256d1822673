package io.realtimevoice.bench.load;

import io.realtimevoice.bench.server.BenchHandler;
import io.realtimevoice.protocol.CloseCode;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A client that has a stream opened which plays to it, and reads nothing from then on. When the
 * server has given it up, it comes back and goes on with its session, to read nothing again.
 */
final class SlowReader {

  /** How the server has ended a connection. */
  enum End {
    /** By the code that is meant for it. */
    TOO_SLOW,
    /** As one that says nothing: it was not full yet when it was read again. */
    SILENT,
    /** By any other, or by none. */
    OTHERWISE,
    /** It has not. */
    STILL_OPEN
  }

  /** The least that the system takes, so that the server notices soon. */
  private static final int RECEIVE_BUFFER = 4_096;

  private static final int QUICK_BUFFER = 1 << 20;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String HELLO = "{\"type\":\"hello\",\"version\":1}";
  private static final String HEARTBEAT = "{\"type\":\"heartbeat\",\"received\":1}";
  private static final String START =
      "{\"type\":\"start\",\"engineType\":\"" + BenchHandler.ENDLESS + "\"}";

  private final URI uri;
  private final boolean says;
  private volatile @Nullable RawWebSocket socket;
  private String sessionId = "";
  private String token = "";

  /** One that says hello or does not, and so can resume its session or not. */
  SlowReader(URI uri, boolean hello) {
    this.uri = uri;
    this.says = hello;
  }

  /** Connects; returns when the stream is open and nothing is read any more. */
  void begin() throws IOException {
    RawWebSocket opened = new RawWebSocket(uri, RECEIVE_BUFFER, PATIENCE);
    try {
      if (says) {
        opened.send(HELLO);
      }
      if (token.isEmpty()) {
        start(opened);
      } else {
        resume(opened);
      }
      socket = opened;
    } catch (IOException | RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  private void start(RawWebSocket opened) throws IOException {
    opened.send(START);
    JsonObject message = await(opened, "ready");
    if (says) {
      sessionId = message.getString("sessionId");
      token = message.getString("resumeToken");
    }
  }

  private void resume(RawWebSocket opened) throws IOException {
    // The one reliable message so far is ready.
    opened.send(
        Json.createObjectBuilder()
            .add("type", "resume")
            .add("sessionId", sessionId)
            .add("resumeToken", token)
            .add("received", 1)
            .build()
            .toString());
    String old = token;
    token = "";
    token = await(opened, "resumed").getString("resumeToken", old);
  }

  /** Reads up to a message; gives the fields of all on the way, the later ones above. */
  private static JsonObject await(RawWebSocket opened, String type) throws IOException {
    var fields = Json.createObjectBuilder();
    while (true) {
      RawWebSocket.Frame frame = opened.read();
      if (frame.opcode() == RawWebSocket.CLOSE) {
        throw new IOException("closed with " + frame.code() + " in place of " + type);
      }
      if (frame.opcode() == RawWebSocket.TEXT) {
        JsonObject message = parse(frame.text());
        fields.addAll(Json.createObjectBuilder(message));
        if (message.getString("type").equals(type)) {
          return fields.build();
        }
      }
    }
  }

  private static JsonObject parse(String text) {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    }
  }

  /** Shows that it lives, as a client does whose code no longer reads. */
  void live() throws IOException {
    RawWebSocket current = socket;
    if (current != null && says) {
      current.send(HEARTBEAT);
    }
  }

  /** Takes the connection apart from the reader, which may begin again. */
  @Nullable RawWebSocket giveUp() {
    RawWebSocket given = socket;
    socket = null;
    return given;
  }

  /** Reads what is left of a connection, and so how it has ended. */
  static End end(RawWebSocket socket) throws IOException {
    try (socket) {
      socket.receiveBuffer(QUICK_BUFFER);
      while (true) {
        RawWebSocket.Frame frame = socket.read();
        if (frame.opcode() == RawWebSocket.CLOSE) {
          return ending(frame.code());
        }
      }
    } catch (SocketTimeoutException e) {
      return End.STILL_OPEN;
    } catch (EOFException | SocketException e) {
      return End.OTHERWISE;
    }
  }

  private static End ending(int code) {
    if (code == CloseCode.TOO_SLOW.code()) {
      return End.TOO_SLOW;
    }
    return code == CloseCode.HEARTBEAT_LOST.code() ? End.SILENT : End.OTHERWISE;
  }
}
