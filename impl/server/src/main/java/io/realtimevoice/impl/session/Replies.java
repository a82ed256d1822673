package io.realtimevoice.impl.session;

import io.realtimevoice.StreamSummary;
import io.realtimevoice.Transcript;
import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.text.Texts;
import io.realtimevoice.protocol.ServerMessage;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one session says to its client, in the client's language. Any thread may use it. */
final class Replies {

  private final Connection connection;
  private final JsonbCodec codec;
  private final Object results = new Object();
  private volatile Locale locale;
  private @Nullable String voiceId;

  Replies(Connection connection, JsonbCodec codec, Locale locale) {
    this.connection = connection;
    this.codec = codec;
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }

  void speak(Locale wanted) {
    locale = wanted;
  }

  /** From here on there may be results. */
  void beginResults() {
    synchronized (results) {
      voiceId = UUID.randomUUID().toString();
    }
  }

  /** From here on there are no results. */
  void endResults() {
    synchronized (results) {
      voiceId = null;
    }
  }

  boolean result(Transcript transcript) {
    synchronized (results) {
      return voiceId != null
          && connection.send(codec.encode(new ServerMessage.Result(voiceId, transcript)));
    }
  }

  void ready() {
    send(new ServerMessage.Ready(texts().ready()));
  }

  void stopped(StreamSummary summary, long audioBytes, @Nullable Long durationMillis) {
    send(
        new ServerMessage.Stopped(
            texts().stopped(), connection.id(), summary.text(), audioBytes, durationMillis));
  }

  void error(Problem problem) {
    if (connection.isOpen()) {
      Message.CLIENT_ERROR.log(connection.id(), problem.code(), problem.subject());
      send(
          new ServerMessage.ErrorMessage(
              problem.code(), texts().error(problem.code(), problem.subject())));
    }
  }

  private void send(ServerMessage message) {
    connection.send(codec.encode(message));
  }

  private Texts texts() {
    return Texts.in(locale);
  }
}
