package io.realtimevoice.impl.websocket;

import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.connection.WelcomeText;
import io.realtimevoice.protocol.Protocol;
import io.realtimevoice.protocol.ServerMessage;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The welcome of one connection: the same in every attempt, but for the count and the time.
 *
 * @param codec writes it
 * @param clock tells the time of an attempt
 * @param message the text that a user may read
 * @param sessionId the session's id
 * @param limits what the client must keep to; null where there is nothing but text
 * @param formats the audio formats; empty where there is no audio
 * @param resume how the session outlives the connection; null where it does not
 */
public record Greeting(
    JsonbCodec codec,
    InstantSource clock,
    String message,
    String sessionId,
    ServerMessage.@Nullable Limits limits,
    List<Integer> formats,
    ServerMessage.@Nullable Resumption resume)
    implements WelcomeText {

  @Override
  public String of(int attempt, @Nullable String nonce) {
    return codec.encode(
        new ServerMessage.Welcome(
            message,
            clock.millis(),
            Protocol.VERSION,
            sessionId,
            attempt,
            limits,
            formats,
            nonce,
            resume));
  }
}
