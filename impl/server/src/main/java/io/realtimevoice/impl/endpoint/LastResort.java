package io.realtimevoice.impl.endpoint;

import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.CloseCode;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;

/**
 * Closes a connection whose channel cannot even be reached: an exception out of {@code @OnOpen}
 * would leave the client open and silent (WildFly 39, Payara 6, GlassFish 7, Tyrus 2.1).
 */
final class LastResort {

  private LastResort() {}

  static void close(Session session, Throwable cause) {
    Message.OPEN_FAILED.log(cause, session.getId(), "onOpen");
    CloseCode code = CloseCode.INTERNAL_ERROR;
    try {
      session.close(new CloseReason(CloseCodes.getCloseCode(code.code()), code.reason()));
    } catch (IOException | IllegalStateException e) {
      // It is closed already.
    }
  }
}
