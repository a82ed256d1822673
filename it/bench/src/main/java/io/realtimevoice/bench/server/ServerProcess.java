package io.realtimevoice.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.realtimevoice.impl.config.Setting;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link BenchServer} in a process of its own; what it logs goes to a file. */
public final class ServerProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 30;
  private static final String STREAM = "/realtime-voice/stream";

  private final Process process;
  private final PrintWriter orders;
  private final BufferedReader answers;
  private final Path log;
  private final URI uri;

  /**
   * Starts one, with the settings that this JVM has among its system properties.
   *
   * @param port 0 for any that is free
   * @param megabytes of heap at most
   * @throws IOException if it does not start
   */
  public ServerProcess(int port, long megabytes) throws IOException {
    log = Files.createTempFile("realtime-voice-bench", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + megabytes + "m");
    for (Setting setting : Setting.values()) {
      String value = System.getProperty(setting.key());
      if (value != null) {
        command.add("-D" + setting.key() + "=" + value);
      }
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(BenchServer.class.getName());
    command.add(Integer.toString(port));
    process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    orders = new PrintWriter(process.outputWriter(UTF_8), true);
    answers = process.inputReader(UTF_8);
    uri = URI.create(read());
  }

  /** Where the channel is. */
  public URI stream() {
    return URI.create(uri + STREAM);
  }

  /** On which port. */
  public int port() {
    return uri.getPort();
  }

  /** What it takes, with what could be collected. */
  public ServerState state() throws IOException {
    return ServerState.parse(ask("state"));
  }

  /** What it takes after a collection. */
  public ServerState collected() throws IOException {
    return ServerState.parse(ask("collect"));
  }

  /** Lets it run empty: returns when all connections are told to close. */
  public void drain() throws IOException {
    ask("drain");
  }

  /** Ends it as an undeploy does, and waits for that. */
  public void stop() throws IOException, InterruptedException {
    orders.println("stop");
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new IOException("the server does not stop; its log is " + log);
    }
    Files.deleteIfExists(log);
  }

  /** Ends it as a crash does. */
  public void kill() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    Files.deleteIfExists(log);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(log);
  }

  private synchronized String ask(String order) throws IOException {
    orders.println(order);
    return read();
  }

  private String read() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new IOException("the server has ended; its log is " + log);
    }
    return line;
  }
}
