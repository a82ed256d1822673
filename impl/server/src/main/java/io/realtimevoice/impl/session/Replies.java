package io.realtimevoice.impl.session;

import io.realtimevoice.StreamSummary;
import io.realtimevoice.Transcript;
import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.text.Texts;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.protocol.ServerMessage;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one session says to its client, in the client's language. Any thread may use it. */
final class Replies {

  private final Downlink downlink;
  private final JsonbCodec codec;
  private final Object results = new Object();
  private volatile Locale locale;
  private @Nullable String voiceId;

  Replies(Downlink downlink, JsonbCodec codec, Locale locale) {
    this.downlink = downlink;
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
          && downlink.send(codec.encode(new ServerMessage.Result(voiceId, transcript)));
    }
  }

  void ready() {
    send(new ServerMessage.Ready(texts().ready()));
  }

  void stopped(StreamSummary summary, long audioBytes, @Nullable Long durationMillis) {
    send(
        new ServerMessage.Stopped(
            texts().stopped(),
            downlink.connection().id(),
            summary.text(),
            audioBytes,
            durationMillis));
  }

  /** A fatal one belongs to the connection, and is not sent again on another. */
  void error(Problem problem) {
    if (downlink.isOpen()) {
      Message.CLIENT_ERROR.log(downlink.connection().id(), problem.code(), problem.subject());
      downlink.connection().telling(problem.code());
      String text = texts().error(problem.code(), problem.subject());
      String message = codec.encode(new ServerMessage.ErrorMessage(problem.code(), text));
      if (problem.code().fatal()) {
        downlink.sendUncounted(message);
      } else {
        downlink.send(message);
      }
    }
  }

  /** The client should send nothing for a while. */
  void slowDown(Duration pause) {
    Message.SLOW_DOWN.log(downlink.connection().id(), pause.toMillis());
    downlink.connection().telling(ErrorCode.TOO_FAST);
    String text = texts().error(ErrorCode.TOO_FAST, "");
    downlink.send(
        codec.encode(new ServerMessage.ErrorMessage(ErrorCode.TOO_FAST, text, pause, null)));
  }

  private void send(ServerMessage message) {
    downlink.send(codec.encode(message));
  }

  private Texts texts() {
    return Texts.in(locale);
  }
}
