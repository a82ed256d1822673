package io.realtimevoice.impl.session;

import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionResumed;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.ConnectionFixture;
import io.realtimevoice.impl.store.InMemorySessionStore;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.VoiceAuthenticator;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A session on a connection on a fake transport, in virtual time, with the real JSON. */
final class ConversationFixture {

  static final int MAX_ERRORS = 5;
  static final int MAX_TEXT = 1_000;
  static final int MAX_BINARY = 100;
  static final Duration START_TIMEOUT = Duration.ofSeconds(30);
  static final Duration HANDLER_TIMEOUT = Duration.ofSeconds(10);

  /** Clients of these tests need not show that they live. */
  static final Connection.Limits PATIENT =
      new Connection.Limits(
          ConnectionFixture.LIMITS.outboxControl(),
          ConnectionFixture.LIMITS.outboxAudio(),
          ConnectionFixture.LIMITS.retryDelay(),
          ConnectionFixture.LIMITS.retries(),
          ConnectionFixture.LIMITS.sendTimeout(),
          ConnectionFixture.LIMITS.welcomeTimeout(),
          ConnectionFixture.LIMITS.overflow(),
          Duration.ofDays(1),
          Duration.ofDays(1));

  static final int INTAKE = 10_000;
  static final Duration WINDOW = Duration.ofMinutes(2);
  static final Sessions.Limits SESSIONS = new Sessions.Limits(3, 100_000, 10, 2);

  /** Welcomes that say no more than who resumes what. */
  static final Client.Welcomes WELCOMES =
      (id, resume) ->
          (attempt, nonce) ->
              "{\"type\":\"welcome\",\"sessionId\":\""
                  + id
                  + "\",\"resumeToken\":\""
                  + resume.token()
                  + "\"}";

  private static final Jsonb JSONB = JsonbBuilder.create();

  final ConnectionFixture line = new ConnectionFixture(PATIENT);
  final RecordingApplication application = new RecordingApplication();
  final List<SessionStarted> started = new ArrayList<>();
  final List<SessionResumed> resumed = new ArrayList<>();
  final List<SessionEnded> ended = new ArrayList<>();
  final Sessions sessions;
  final Line entry;
  final Conversation conversation;

  ConversationFixture() {
    this(null, Locale.ENGLISH);
  }

  ConversationFixture(VoiceAuthenticator authenticator, Locale locale) {
    sessions =
        new Sessions(
            new Environment(
                new Application(application, authenticator),
                limits(MAX_TEXT, MAX_BINARY),
                new JsonbCodec(JSONB),
                line.scheduler,
                new SessionListener() {
                  @Override
                  public void started(SessionStarted event) {
                    started.add(event);
                  }

                  @Override
                  public void resumed(SessionResumed event) {
                    resumed.add(event);
                  }

                  @Override
                  public void ended(SessionEnded event) {
                    ended.add(event);
                  }
                }),
            SESSIONS,
            line.liveness,
            new InMemorySessionStore(100, line.scheduler::nanoTime));
    entry =
        sessions.begin(
            line.connection,
            new Client(new Handshake("/stream", Map.of(), Map.of(), null), locale, WELCOMES));
    conversation = entry.session();
  }

  /** What sessions keep to, but for the size of messages. */
  static Conversation.Limits limits(int maxText, int maxBinary) {
    return new Conversation.Limits(
        maxText,
        maxBinary,
        MAX_ERRORS,
        START_TIMEOUT,
        HANDLER_TIMEOUT,
        INTAKE,
        Duration.ofSeconds(5),
        WINDOW,
        4_000,
        10,
        Duration.ofMinutes(3));
  }

  /** A text message comes. */
  ConversationFixture says(String json) {
    entry.text(json);
    line.scheduler.run();
    return this;
  }

  /** A text message of nothing but a type comes. */
  ConversationFixture saysType(String type) {
    return says("{\"type\":\"" + type + "\"}");
  }

  /** A binary message comes. */
  ConversationFixture plays(int... bytes) {
    ByteBuffer data = ByteBuffer.allocate(bytes.length);
    for (int each : bytes) {
      data.put((byte) each);
    }
    entry.audio(data.flip());
    line.scheduler.run();
    return this;
  }

  void advance(Duration time) {
    line.scheduler.advance(time);
  }

  /**
   * What the client got since the last call, in short: the type of a message, with the code of an
   * error and the text of a result; {@code close} with its code.
   */
  List<String> answers() {
    return line.written().stream().map(ConversationFixture::inShort).toList();
  }

  /** What the client got since the last call: messages only, and whole. */
  List<JsonObject> messages() {
    return line.written().stream()
        .filter(frame -> frame.startsWith("{"))
        .map(frame -> JSONB.fromJson(frame, JsonObject.class))
        .toList();
  }

  /** Whether nothing of the session is left behind. */
  boolean leftNothing() {
    line.advance(1_000);
    return sessions.size() == 0 && line.scheduler.waiting() == 0;
  }

  private static String inShort(String frame) {
    if (!frame.startsWith("{")) {
      return frame;
    }
    JsonObject message = JSONB.fromJson(frame, JsonObject.class);
    String type = message.getString("type");
    return switch (type) {
      case "error" -> "error " + message.getString("code");
      case "result" -> "result " + message.getString("text");
      default -> type;
    };
  }
}
