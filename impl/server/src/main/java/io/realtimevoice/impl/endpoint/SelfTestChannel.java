package io.realtimevoice.impl.endpoint;

import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.runtime.Channel;
import io.realtimevoice.impl.runtime.ChannelRuntime;
import io.realtimevoice.impl.session.Conversation;
import io.realtimevoice.interceptor.Logged;
import io.realtimevoice.interceptor.StateChecked;
import io.realtimevoice.interceptor.Welcomed;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.protocol.ServerMessage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.time.InstantSource;

/**
 * The bean behind the self-test's endpoint: sends everything back. It has a few places of its own,
 * so that nobody who fills it keeps clients from the channel.
 */
@ApplicationScoped
public class SelfTestChannel {

  /** How many may test themselves at the same time. */
  static final int PLACES = 100;

  @Inject ChannelRuntime runtime;

  private final Places places = new Places();

  /**
   * Opens a connection; the welcome follows.
   *
   * @param session that was opened
   */
  @Logged
  @StateChecked
  @Welcomed
  public void open(Session session) {
    Channel channel = runtime.channel();
    Gate gate = new Gate(channel, session, channel.connections().of(session));
    if (!gate.passesOrigin() || !gate.takes(places, PLACES)) {
      return;
    }
    SessionLimits.set(
        session, channel.settings(), channel.settings().session().startTimeout().toMillis());
  }

  /**
   * Sends a text back as {@code echo}.
   *
   * @param session from which it came
   * @param text the whole message
   */
  @Welcomed
  public void text(Session session, String text) {
    Channel channel = runtime.channel();
    Conversation.Limits limits = channel.settings().session();
    Connection connection = channel.connections().of(session);
    connection.receivedText(text.length());
    if (text.length() > limits.maxTextChars()) {
      refuse(session, ErrorCode.TOO_BIG, Integer.toString(limits.maxTextChars()));
    } else if (connection.backlogged()) {
      refuse(session, ErrorCode.FLOOD, "");
    } else {
      long received = InstantSource.system().millis();
      connection.send(channel.codec().encode(new ServerMessage.Echo(text, received)));
    }
  }

  /**
   * Sends a binary message back.
   *
   * @param session from which it came
   * @param data the whole message; copied
   */
  @Welcomed
  public void binary(Session session, ByteBuffer data) {
    Channel channel = runtime.channel();
    Conversation.Limits limits = channel.settings().session();
    Connection connection = channel.connections().of(session);
    connection.receivedBinary(data.remaining());
    if (data.remaining() > limits.maxBinaryBytes()) {
      refuse(session, ErrorCode.TOO_BIG, Integer.toString(limits.maxBinaryBytes()));
    } else if (connection.backlogged()) {
      refuse(session, ErrorCode.FLOOD, "");
    } else {
      connection.send(ByteBuffer.allocate(data.remaining()).put(data).flip());
    }
  }

  /**
   * The container has closed a connection.
   *
   * @param session that was closed
   * @param reason what the container gives
   */
  @Logged
  @Welcomed
  public void close(Session session, CloseReason reason) {}

  private void refuse(Session session, ErrorCode code, String subject) {
    Channel channel = runtime.channel();
    channel
        .farewell()
        .say(channel.connections().of(session), code, subject, channel.greetings().locale(session));
  }
}
