package io.realtimevoice.sample.client;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.realtimevoice.client.VoiceException;
import io.realtimevoice.client.VoiceProblem;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/** Waits for stages, as only a test may. */
final class Stages {

  private static final long PATIENCE_SECONDS = 60;

  private Stages() {}

  static <T> T await(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  static VoiceProblem problem(CompletionStage<?> stage) {
    ExecutionException failed = assertThrows(ExecutionException.class, () -> await(stage));
    return assertInstanceOf(VoiceException.class, failed.getCause()).problem();
  }
}
