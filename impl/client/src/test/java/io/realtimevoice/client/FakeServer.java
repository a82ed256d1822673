package io.realtimevoice.client;

import io.realtimevoice.client.transport.Connector;
import io.realtimevoice.client.transport.Inquiry;
import io.realtimevoice.client.transport.Socket;
import io.realtimevoice.client.transport.SocketListener;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Sockets that go nowhere, and a server in the hand of a test. */
final class FakeServer implements Connector, Inquiry {

  final List<Connection> connections = new ArrayList<>();

  /** What the server does with each connection, from within the connect. */
  Consumer<Connection> whenConnecting = connection -> {};

  /** Whether handshakes begin at once. */
  boolean threadsAreFree = true;

  /** Whether handshakes name an origin. */
  boolean origin;

  /** Whether messages leave by themselves. */
  boolean sending = true;

  /** What is asked over HTTP, and what is answered at once; nothing if null. */
  final List<String> asked = new ArrayList<>();

  Inquiry.@Nullable Answer answer;

  /** What is told over HTTP. */
  final List<String> reports = new ArrayList<>();

  @Override
  public void ask(String nonce, Consumer<Answer> whenAnswered) {
    asked.add(nonce);
    if (answer != null) {
      whenAnswered.accept(answer);
    }
  }

  @Override
  public void report(String json) {
    reports.add(json);
  }

  @Override
  public Socket connect(SocketListener listener) {
    Connection connection = new Connection(listener);
    connections.add(connection);
    if (threadsAreFree) {
      listener.onBegin();
    }
    whenConnecting.accept(connection);
    return connection;
  }

  @Override
  public boolean sendsOrigin() {
    return origin;
  }

  Connection connection() {
    return connections.get(connections.size() - 1);
  }

  final class Connection implements Socket {
    final SocketListener listener;
    final List<String> texts = new ArrayList<>();
    final List<byte[]> audio = new ArrayList<>();
    final List<Completion> unsent = new ArrayList<>();
    int closedWith;

    Connection(SocketListener listener) {
      this.listener = listener;
    }

    @Override
    public void send(String text, Completion completion) {
      texts.add(text);
      sent(completion);
    }

    @Override
    public void send(ByteBuffer data, Completion completion) {
      byte[] bytes = new byte[data.remaining()];
      data.duplicate().get(bytes);
      audio.add(bytes);
      sent(completion);
    }

    @Override
    public CompletionStage<Void> close(int code, String reason) {
      closedWith = code;
      return CompletableFuture.completedStage(null);
    }

    void open() {
      listener.onOpen();
    }

    void openAndWelcome() {
      open();
      welcome();
    }

    /** A welcome in answer to the last hello. */
    void welcome() {
      welcome(message(texts.size() - 1).getString("nonce"));
    }

    void welcome(String nonce) {
      listener.onText(
          """
          {"type":"welcome","message":"hi","timestamp":1,"version":1,"sessionId":"s","attempt":1,
           "limits":{"maxTextChars":1000,"maxBinaryBytes":4000,"startTimeoutMs":60000},
           "formats":[1,4],"nonce":"%s"}
          """
              .formatted(nonce));
    }

    void receive(String json) {
      listener.onText(json);
    }

    void lose(int code) {
      listener.onClose(code, "reason");
    }

    JsonObject message(int index) {
      return Json.createReader(new StringReader(texts.get(index))).readObject();
    }

    List<String> types() {
      return texts.stream()
          .map(text -> Json.createReader(new StringReader(text)).readObject().getString("type"))
          .toList();
    }

    /** The oldest message that is on its way leaves. */
    void leave() {
      unsent.remove(0).done(null);
    }

    private void sent(Completion completion) {
      if (sending) {
        completion.done(null);
      } else {
        unsent.add(completion);
      }
    }
  }
}
