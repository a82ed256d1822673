package io.realtimevoice.impl.websocket;

import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.text.Texts;
import io.realtimevoice.protocol.ServerMessage;
import io.realtimevoice.spi.WelcomeProvider;
import jakarta.websocket.Session;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes the welcomes of an application.
 *
 * @param codec writes them
 * @param clock tells the time
 * @param defaultLocale for clients that name no language
 * @param provider the application's text; null for the channel's own
 */
public record Greetings(
    JsonbCodec codec,
    InstantSource clock,
    Locale defaultLocale,
    @Nullable WelcomeProvider provider) {

  /**
   * The language of a client.
   *
   * @param session of any endpoint
   * @return its own choice, or the default
   */
  public Locale locale(Session session) {
    return Handshakes.locale(Handshakes.of(session), defaultLocale);
  }

  /**
   * The welcome to an endpoint that has neither audio nor sessions of ours; asks the application.
   *
   * @param session of any endpoint
   * @return with an id of its own
   */
  public Greeting toEndpoint(Session session) {
    String id = UUID.randomUUID().toString();
    return new Greeting(codec, clock, text(session), id, null, List.of(), null);
  }

  /**
   * The welcome to the channel.
   *
   * @param message the text, as {@link #text} gave it
   * @param sessionId the id of the conversation
   * @param limits what the client must keep to
   * @param resume how the conversation outlives the connection
   * @return with the audio formats
   */
  public Greeting toChannel(
      String message,
      String sessionId,
      ServerMessage.Limits limits,
      ServerMessage.Resumption resume) {
    return new Greeting(codec, clock, message, sessionId, limits, JsonbCodec.formats(), resume);
  }

  /**
   * Asks the application what it says to a client, which may take its time.
   *
   * @param session of any endpoint
   * @return the channel's own text if the application has none
   */
  public String text(Session session) {
    Locale locale = locale(session);
    if (provider != null) {
      try {
        String own = provider.message(Handshakes.of(session), locale);
        if (own != null) {
          return own;
        }
      } catch (RuntimeException | Error e) {
        Message.WELCOME_TEXT_FAILED.log(e, session.getId());
      }
    }
    return Texts.in(locale).welcome();
  }
}
