package io.realtimevoice.impl.session;

import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionResumed;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.FakeTransport;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.connection.ManualScheduler;
import io.realtimevoice.impl.connection.RecordingListener;
import io.realtimevoice.impl.store.InMemorySessionStore;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.SessionStore;
import io.realtimevoice.spi.VoiceAuthenticator;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One client's connections to one server, in virtual time, with the real JSON. */
final class ResumeFixture {

  private static final Jsonb JSONB = JsonbBuilder.create();

  final ManualScheduler scheduler;
  final Liveness liveness;
  final RecordingApplication application = new RecordingApplication();
  final List<SessionResumed> resumed = new ArrayList<>();
  final List<SessionEnded> ended = new ArrayList<>();
  Sessions sessions;
  private final Environment environment;

  ResumeFixture() {
    this(new ManualScheduler());
  }

  ResumeFixture(ManualScheduler scheduler) {
    this(
        scheduler,
        ConversationFixture.limits(ConversationFixture.MAX_TEXT, ConversationFixture.MAX_BINARY),
        null);
  }

  ResumeFixture(Conversation.Limits limits) {
    this(limits, null);
  }

  ResumeFixture(Conversation.Limits limits, VoiceAuthenticator authenticator) {
    this(new ManualScheduler(), limits, authenticator);
  }

  private ResumeFixture(
      ManualScheduler scheduler, Conversation.Limits limits, VoiceAuthenticator authenticator) {
    this.scheduler = scheduler;
    this.liveness = new Liveness(scheduler);
    environment =
        new Environment(
            new Application(application, authenticator),
            limits,
            new JsonbCodec(JSONB),
            scheduler,
            new SessionListener() {
              @Override
              public void started(SessionStarted event) {}

              @Override
              public void resumed(SessionResumed event) {
                resumed.add(event);
              }

              @Override
              public void ended(SessionEnded event) {
                ended.add(event);
              }
            });
    on(new InMemorySessionStore(100, scheduler::nanoTime));
  }

  /** With another store, before the first connection. */
  ResumeFixture on(SessionStore store) {
    sessions = new Sessions(environment, ConversationFixture.SESSIONS, liveness, store);
    return this;
  }

  /** A connection of an anonymous client that has said hello. */
  Link connect() {
    return connect(null);
  }

  /** A connection of a client that has said hello. */
  Link connect(String principal) {
    return new Link(handshake(principal)).saysType("hello");
  }

  /** A connection of an anonymous client with a cookie that has said hello. */
  Link connectWithCookie(String cookie) {
    return new Link(new Handshake("/", Map.of(), Map.of("Cookie", List.of(cookie)), null))
        .saysType("hello");
  }

  /** A connection of an older client. */
  Link connectSilently() {
    return new Link(handshake(null));
  }

  void advance(Duration time) {
    scheduler.advance(time);
  }

  private static Handshake handshake(String name) {
    Principal principal = name == null ? null : () -> name;
    return new Handshake("/", Map.of(), Map.of(), principal);
  }

  /** One connection. */
  final class Link {
    final FakeTransport transport = new FakeTransport();
    final Connection connection;
    final Line line;
    final String sessionId;
    String token;

    private Link(Handshake handshake) {
      connection =
          new Connection(
              transport,
              scheduler,
              ConversationFixture.PATIENT,
              new RecordingListener(),
              (attempt, nonce) -> "");
      liveness.watch(connection);
      connection.whenEnded(code -> liveness.forget(connection));
      line =
          sessions.begin(
              connection, new Client(handshake, Locale.ENGLISH, ConversationFixture.WELCOMES));
      connection.welcome();
      JsonObject welcome = messages().get(0);
      sessionId = welcome.getString("sessionId");
      token = welcome.getString("resumeToken");
    }

    Link says(String json) {
      line.text(json);
      scheduler.run();
      return this;
    }

    Link saysType(String type) {
      return says("{\"type\":\"" + type + "\"}");
    }

    Link plays(int... bytes) {
      ByteBuffer data = ByteBuffer.allocate(bytes.length);
      for (int each : bytes) {
        data.put((byte) each);
      }
      line.audio(data.flip());
      scheduler.run();
      return this;
    }

    /** Asks to go on with the session of another connection, by its token. */
    Link resumes(Link lost, long received) {
      return resumes(lost.sessionId, lost.token, received);
    }

    Link resumes(String id, String secret, long received) {
      return says(resume(id, secret, received));
    }

    String resume(String id, String secret, long received) {
      return ("{\"type\":\"resume\",\"sessionId\":\""
          + id
          + "\",\"resumeToken\":\""
          + secret
          + "\",\"received\":"
          + received
          + "}");
    }

    /** The path breaks. */
    Link breaks() {
      connection.closed(1006);
      scheduler.run();
      return this;
    }

    /** What came since the last call, as it came. */
    List<String> frames() {
      scheduler.run();
      return transport.takeWritten();
    }

    /** What came since the last call, in short: with counts and texts where there are some. */
    List<String> answers() {
      scheduler.run();
      return transport.takeWritten().stream().map(this::inShort).toList();
    }

    private List<JsonObject> messages() {
      scheduler.run();
      return transport.takeWritten().stream()
          .filter(frame -> frame.startsWith("{"))
          .map(frame -> JSONB.fromJson(frame, JsonObject.class))
          .toList();
    }

    private String inShort(String frame) {
      if (!frame.startsWith("{")) {
        return frame;
      }
      JsonObject message = JSONB.fromJson(frame, JsonObject.class);
      String type = message.getString("type");
      if (type.equals("resumed")) {
        token = message.getString("resumeToken");
      }
      String count =
          message.containsKey("received")
              ? " " + message.getJsonNumber("received").longValue()
              : "";
      return switch (type) {
        case "error" -> "error " + message.getString("code") + count;
        case "result" -> "result " + message.getString("text");
        default -> type + count;
      };
    }
  }
}
