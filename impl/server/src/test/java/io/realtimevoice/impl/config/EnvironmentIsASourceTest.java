package io.realtimevoice.impl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** In a process of its own, because no process can change its own environment. */
class EnvironmentIsASourceTest {

  private static final int GENEROUS_SECONDS = 120;

  /** Ends with the number that the settings hold. */
  static final class Probe {
    public static void main(String[] arguments) {
      System.exit(Settings.from(new Sources(List.of())).session().maxErrors());
    }
  }

  @Test
  void ofWhatNobodyElseSays() throws IOException, InterruptedException {
    assertEquals(7, maxErrors("7"));
  }

  @Test
  void behindTheSystemProperties() throws IOException, InterruptedException {
    assertEquals(8, maxErrors("7", "-Drealtime-voice.max-errors=8"));
  }

  private static int maxErrors(String variable, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("REALTIME_VOICE_MAX_ERRORS", variable);
    Process process = builder.start();
    try {
      assertTrue(process.waitFor(GENEROUS_SECONDS, TimeUnit.SECONDS));
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }
}
