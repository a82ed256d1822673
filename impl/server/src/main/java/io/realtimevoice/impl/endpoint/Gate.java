package io.realtimevoice.impl.endpoint;

import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.runtime.Channel;
import io.realtimevoice.impl.session.Sessions;
import io.realtimevoice.impl.websocket.Handshakes;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.HandshakeCheck;
import io.realtimevoice.spi.Refusal;
import jakarta.websocket.Session;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Lets a connection in, or tells it why not and closes it.
 *
 * @param channel of the application
 * @param session that was opened
 * @param connection that was made for it
 */
record Gate(Channel channel, Session session, Connection connection) {

  /** Whether its page, if it comes from one, may connect. */
  boolean passesOrigin() {
    return passes(Stream.of(new OriginCheck(channel.settings().allowedOrigins())));
  }

  /** Whether no check refuses it; asks one after the other until one does. */
  boolean passes(Stream<? extends HandshakeCheck> checks) {
    Handshake handshake = Handshakes.of(session);
    Optional<Refusal> refusal =
        checks.map(check -> check.check(handshake)).flatMap(Optional::stream).findFirst();
    refusal.ifPresent(
        why -> {
          Message.REFUSED.log(connection.id(), why.reason());
          refuse(why.error());
        });
    return refusal.isEmpty();
  }

  /** Whether there is a place for it, which is its own until it ends. */
  boolean takes(Places places, int all) {
    boolean taken = places.take(connection, all);
    if (!taken) {
      refuse(ErrorCode.OVERLOADED);
    }
    return taken;
  }

  /** Whether the server does not run empty, or it may be one that comes back to a stream. */
  boolean mayStay(Sessions sessions) {
    boolean stays = sessions.takesConnections();
    if (!stays) {
      refuse(ErrorCode.DRAINING);
    }
    return stays;
  }

  private void refuse(ErrorCode code) {
    channel.farewell().say(connection, code, "", channel.greetings().locale(session));
  }
}
