package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class WrongArgumentsTest {

  private final VoiceClientBuilder builder = VoiceClient.builder(URI.create("ws://host/"));

  @Test
  void ofAClientAreRefused() {
    refused("a time must not be negative: PT-1S", () -> builder.silence(Duration.ofSeconds(-1)));
    refused("must not be negative: -1", () -> builder.maxRetries(-1));
    refused("must not be negative: -1", () -> builder.timelineSize(-1));
    refused("the proxy's port must be 1 to 65535: 0", () -> builder.proxy("host", 0));
  }

  @Test
  void ofStartAreRefused() {
    refused("the type is always start", () -> StartFields.DEFAULT.with("type", "stop"));
    assertThrows(IllegalArgumentException.class, () -> StartFields.DEFAULT.with("x", Locale.ROOT));
  }

  @Test
  void ofAPaceAreRefused() {
    refused("bytesPerSecond must be 0 or more: -1.0", () -> new Pace(-1, 640));
    refused("bytesPerSecond must be 0 or more: NaN", () -> new Pace(Double.NaN, 640));
    refused("chunkBytes must be positive: 0", () -> Pace.FAST.inChunksOf(0));
  }

  private static void refused(String message, Executable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
  }
}
