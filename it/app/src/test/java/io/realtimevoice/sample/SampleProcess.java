package io.realtimevoice.sample;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The sample application in a process of its own; what it prints, errors and all. */
public final class SampleProcess implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 120;

  private final Process process;
  private final BufferedReader lines;
  private final StringBuilder output = new StringBuilder();

  public SampleProcess(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectErrorStream(true).start();
    lines = process.inputReader(UTF_8);
  }

  /** The line with a text in it, as soon as it is printed. */
  public String await(String text) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      output.append(line).append('\n');
      if (line.contains(text)) {
        return line;
      }
    }
    throw new AssertionError("ended without " + text + " in\n" + output);
  }

  /** Reads on, on a thread of its own: a process whose output nobody reads stops at some point. */
  public void readOn() {
    Thread reader = new Thread(() -> lines.lines().forEach(line -> {}), "reads-on");
    reader.setDaemon(true);
    reader.start();
  }

  /** With SIGTERM. Its output stays readable, as it would not by {@code Process.destroy}. */
  void terminate() {
    assertTrue(process.toHandle().destroy());
  }

  int exitCode() throws IOException, InterruptedException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      output.append(line).append('\n');
    }
    assertTrue(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS), "it does not end");
    return process.exitValue();
  }

  String output() {
    return output.toString();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
