package io.realtimevoice.impl.websocket;

import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.text.Texts;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.protocol.ServerMessage;
import java.util.Locale;

/**
 * The end of a connection that cannot go on: an error that says why, and the close behind it.
 *
 * @param codec writes it
 */
public record Farewell(JsonbCodec codec) {

  /**
   * Tells why, and closes.
   *
   * @param connection still open, or nothing happens
   * @param code a fatal error
   * @param subject what is allowed; may be empty
   * @param locale the client's language
   */
  public void say(Connection connection, ErrorCode code, String subject, Locale locale) {
    if (connection.isOpen()) {
      Message.CLIENT_ERROR.log(connection.id(), code, subject);
      connection.telling(code);
      connection.send(
          codec.encode(
              new ServerMessage.ErrorMessage(code, Texts.in(locale).error(code, subject))));
      connection.close(code.close().orElseThrow());
    }
  }
}
