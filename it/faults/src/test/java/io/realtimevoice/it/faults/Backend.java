package io.realtimevoice.it.faults;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server with the channel, in a process of its own. */
final class Backend implements AutoCloseable {

  static final String PATH = "/sample/realtime-voice/stream";

  /** Opens the diagnostics. */
  static final String TOKEN = "for-the-laboratory-only";

  private final Path folder;
  private final List<String> prefix;
  private final List<String> settings;
  private final int port;
  private Child child;

  /** Starts one, with settings such as {@code realtime-voice.max-connections=1}. */
  static Backend start(Path folder, String... settings) throws IOException, InterruptedException {
    return start(folder, List.of(), Child.freePort(), settings);
  }

  /** Starts one by a command such as that of a network namespace. */
  static Backend start(Path folder, List<String> prefix, int port, String... settings)
      throws IOException, InterruptedException {
    Backend backend = new Backend(folder, prefix, port, List.of(settings));
    backend.start();
    return backend;
  }

  private Backend(Path folder, List<String> prefix, int port, List<String> settings) {
    this.folder = folder;
    this.prefix = prefix;
    this.port = port;
    this.settings = settings;
  }

  private void start() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Drealtime-voice.allowed-origins=*");
    command.add("-Drealtime-voice.diagnostics=on");
    command.add("-Drealtime-voice.handler-timeout=PT2S");
    command.add("-Drealtime-voice.diagnostics-token=" + TOKEN);
    settings.forEach(setting -> command.add("-D" + setting));
    String classPath =
        Built.path("test-classes") + File.pathSeparator + Built.path("realtime-voice-sample");
    command.addAll(List.of("-cp", classPath));
    command.addAll(List.of(Application.class.getName(), Integer.toString(port)));
    Path log = Files.createTempFile(folder, "backend", ".log");
    child = Child.start(log, command).printing(Application.RUNNING);
  }

  int port() {
    return port;
  }

  URI url() {
    return URI.create("ws://127.0.0.1:" + port + PATH);
  }

  /** Of the diagnostics, such as {@code /summary}. */
  URI diagnostics(String path) {
    return URI.create(
        "http://127.0.0.1:" + port + PATH.replaceFirst("/stream$", "/diagnostics") + path);
  }

  Child child() {
    return child;
  }

  /** Ends as with SIGTERM, and starts again. */
  void restart() {
    try {
      child.end();
      start();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    child.signal("CONT");
    child.close();
  }
}
