package io.realtimevoice.it.application;

import io.realtimevoice.EndReason;
import io.realtimevoice.StartRequest;
import io.realtimevoice.StreamRefusedException;
import io.realtimevoice.StreamSummary;
import io.realtimevoice.Transcript;
import io.realtimevoice.VoiceHandler;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does what {@code engineType} says: works, or goes wrong at a step. */
@ApplicationScoped
@SuppressWarnings("NullAway") // Some scripts return null where they must not.
public class ScriptedHandler implements VoiceHandler {

  private static final int BLOCKED_SECONDS = 4;
  private static final int PLAYED_MESSAGES = 64;
  private static final int PLAYED_BYTES = 512 * 1024;

  @Override
  public VoiceStream open(VoiceSession session, StartRequest request) {
    String script = request.engineType();
    switch (script) {
      case "open-throws" -> throw new IllegalStateException("planned");
      case "open-blocks" -> block();
      case "open-refuses" -> throw new StreamRefusedException("quota");
      case "open-null" -> {
        return null;
      }
      default -> {}
    }
    return new Scripted(session, script);
  }

  private static void block() {
    try {
      // Never counted down: the time is what the script asks for.
      new CountDownLatch(1).await(BLOCKED_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Scripted implements VoiceStream {
    private final VoiceSession session;
    private final String script;
    private int bytes;
    private int messages;

    Scripted(VoiceSession session, String script) {
      this.session = session;
      this.script = script;
    }

    @Override
    public boolean acceptsAudio() {
      return !script.equals("takes-nothing");
    }

    @Override
    public void audio(ByteBuffer audio) {
      bytes += audio.remaining();
      switch (script) {
        case "audio-throws" -> throw new IllegalStateException("planned");
        case "audio-error" -> throw new StackOverflowError("planned");
        case "audio-blocks" -> block();
        case "audio-fails-later" -> session.fail(new IllegalStateException("planned"));
        case "first-audio-blocks" -> {
          if (messages == 0) {
            block();
          }
        }
        case "audio-plays-much" -> playMuch();
        case "audio-is-final" -> session.send(Transcript.complete(Integer.toString(messages)));
        default -> {}
      }
      messages++;
    }

    /** All in one call, far more than any network holds. */
    private void playMuch() {
      for (int i = 0; i < PLAYED_MESSAGES; i++) {
        session.play(ByteBuffer.allocate(PLAYED_BYTES));
      }
    }

    @Override
    public CompletionStage<StreamSummary> end() {
      return switch (script) {
        case "audio-is-final" ->
            CompletableFuture.completedFuture(StreamSummary.of(Integer.toString(messages)));
        case "end-throws" -> throw new IllegalStateException("planned");
        case "end-null" -> null;
        case "end-fails" -> CompletableFuture.failedFuture(new IllegalStateException("planned"));
        case "end-never" -> new CompletableFuture<>();
        case "handshake" -> {
          session.send(
              Transcript.complete(
                  session.handshake().header("X-Probe").orElse("?")
                      + " "
                      + session.handshake().parameter("probe").orElse("?")));
          yield CompletableFuture.completedFuture(StreamSummary.of(""));
        }
        default -> CompletableFuture.completedFuture(StreamSummary.of(bytes + " bytes"));
      };
    }

    @Override
    public void close(EndReason reason) {
      if (script.equals("close-throws")) {
        throw new IllegalStateException("planned");
      }
    }
  }
}
