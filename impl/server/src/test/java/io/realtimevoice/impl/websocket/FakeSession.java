package io.realtimevoice.impl.websocket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.PongMessage;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A container's session that notes what was written, and completes each send within the call: only
 * what the channel uses, everything else throws.
 */
public final class FakeSession implements InvocationHandler {

  private final String id;
  private final Map<String, Object> properties = new HashMap<>();
  private final List<String> written = new ArrayList<>();
  private final Session session = proxy(Session.class);
  private final RemoteEndpoint.Async remote = proxy(RemoteEndpoint.Async.class);
  private boolean open = true;
  private final List<Long> maxIdleTimeouts = new ArrayList<>();
  private boolean handlesPongs;
  private ByteBuffer lastPing;
  private MessageHandler.Whole<PongMessage> pongs;

  /** An open session with an id. */
  public FakeSession(String id) {
    this.id = id;
  }

  /** The session. */
  public Session session() {
    return session;
  }

  /** What the container says of the connection. */
  public FakeSession open(boolean isOpen) {
    open = isOpen;
    return this;
  }

  /** How long it may be idle, in milliseconds; 0: for ever. */
  public long maxIdleTimeout() {
    return maxIdleTimeouts.isEmpty() ? 0 : maxIdleTimeouts.get(maxIdleTimeouts.size() - 1);
  }

  /** All that were set, one after the other. */
  public List<Long> maxIdleTimeouts() {
    return List.copyOf(maxIdleTimeouts);
  }

  /** The endpoint has a handler of pongs of its own. */
  public FakeSession withPongHandler() {
    handlesPongs = true;
    return this;
  }

  /** The peer answers the last ping. */
  public void pong() {
    ByteBuffer payload = lastPing.duplicate();
    pongs.onMessage(() -> payload);
  }

  /** What was written: texts as they are, {@code ping}, {@code close 1011 internal error}. */
  public List<String> written() {
    return List.copyOf(written);
  }

  /** What was written, texts by the value of one field only. */
  public List<String> written(String field) {
    String pattern = ".*?\"" + field + "\":\"?([^\",}]*).*";
    return written.stream().map(each -> each.replaceFirst(pattern, "$1")).toList();
  }

  @Override
  @SuppressWarnings("unchecked")
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "getId" -> id;
      case "isOpen" -> open;
      case "isSecure" -> false;
      case "getUserProperties" -> properties;
      case "getAsyncRemote" -> remote;
      case "getRequestURI" -> URI.create("ws://host.example/app/own?token=secret");
      case "getRequestParameterMap" -> Map.of("token", List.of("secret"));
      case "getUserPrincipal" -> null;
      case "setMaxTextMessageBufferSize", "setMaxBinaryMessageBufferSize" -> null;
      case "setMaxIdleTimeout" -> {
        if (!open) {
          throw new IllegalStateException("closed");
        }
        maxIdleTimeouts.add((long) arguments[0]);
        yield null;
      }
      case "addMessageHandler" -> {
        if (handlesPongs) {
          throw new IllegalStateException("there is a handler of pongs already");
        }
        pongs = (MessageHandler.Whole<PongMessage>) arguments[1];
        yield null;
      }
      case "sendText" -> {
        written.add((String) arguments[0]);
        ((SendHandler) arguments[1]).onResult(new SendResult());
        yield null;
      }
      case "sendPing" -> {
        written.add("ping");
        lastPing = ((ByteBuffer) arguments[0]).duplicate();
        yield null;
      }
      case "close" -> {
        CloseReason reason = (CloseReason) arguments[0];
        written.add("close " + reason.getCloseCode().getCode() + " " + reason.getReasonPhrase());
        open = false;
        yield null;
      }
      default -> throw new UnsupportedOperationException(method.getName());
    };
  }

  private <T> T proxy(Class<T> type) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
  }
}
