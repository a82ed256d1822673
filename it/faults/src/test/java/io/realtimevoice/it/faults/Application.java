package io.realtimevoice.it.faults;

import io.realtimevoice.StartRequest;
import io.realtimevoice.VoiceHandler;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import io.realtimevoice.sample.Engines;
import io.realtimevoice.sample.embedded.EmbeddedServer;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.HandshakeCheck;
import io.realtimevoice.spi.Refusal;
import io.realtimevoice.spi.VoiceAuthenticator;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The sample application, which misbehaves if it is asked to. */
public final class Application {

  /** What it prints when it runs. */
  static final String RUNNING = "running on ";

  /** The engine that throws. */
  static final String THROWING = "throwing";

  /** The engine, and the token, that take for ever. */
  static final String BLOCKING = "blocking";

  /** How many milliseconds the check of a handshake takes. */
  static final String SLOW_CHECK = "faults.slow-check";

  private Application() {}

  public static void main(String... arguments) throws IOException, InterruptedException {
    try (EmbeddedServer server = EmbeddedServer.start(Integer.parseInt(arguments[0]))) {
      System.out.println(RUNNING + server.uri());
      server.awaitStop();
    }
  }

  private static void block(Duration limit) {
    try {
      new CountDownLatch(1).await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Dictates, unless the engine says otherwise. */
  @Alternative
  @Priority(1)
  @ApplicationScoped
  public static class Misbehaving implements VoiceHandler {

    @Override
    public VoiceStream open(VoiceSession session, StartRequest request) {
      switch (request.engineType()) {
        case THROWING -> throw new IllegalStateException("as asked for");
        case BLOCKING -> block(Duration.ofMinutes(1));
        default -> {}
      }
      return new Engines().open(session, request);
    }
  }

  /** Lets everybody in, one of them late. */
  @ApplicationScoped
  public static class Authenticator implements VoiceAuthenticator {

    @Override
    public Optional<Principal> authenticate(StartRequest request, Handshake handshake) {
      if (BLOCKING.equals(request.token())) {
        block(Duration.ofMinutes(1));
      }
      return Optional.of(() -> "somebody");
    }
  }

  /** Takes its time. */
  @ApplicationScoped
  public static class Check implements HandshakeCheck {

    @Override
    public Optional<Refusal> check(Handshake handshake) {
      block(Duration.ofMillis(Long.getLong(SLOW_CHECK, 0)));
      return Optional.empty();
    }
  }
}
