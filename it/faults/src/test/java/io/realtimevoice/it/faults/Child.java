package io.realtimevoice.it.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, which ends with the test. */
final class Child implements AutoCloseable {

  private static final int TRIES = 600;
  private static final int BETWEEN_MS = 50;
  private static final int CONNECT_MS = 500;
  private static final int PATIENCE_SECONDS = 2;

  private final Process process;
  private final Path log;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts it; what it prints goes to a file. */
  static Child start(Path log, List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    return new Child(process, log);
  }

  /** Runs something to its end. */
  static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output);
    }
  }

  static int freePort() {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it listens. */
  Child listeningOn(String host, int port) throws IOException, InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
        return this;
      } catch (IOException notYet) {
        if (process.waitFor(BETWEEN_MS, TimeUnit.MILLISECONDS)) {
          break;
        }
      }
    }
    String output = Files.readString(log);
    close();
    throw new IOException("it does not listen on " + port + ": " + output);
  }

  /** Waits until it has printed something. */
  Child printing(String text) throws IOException, InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      if (Files.readString(log).contains(text)) {
        return this;
      }
      if (process.waitFor(BETWEEN_MS, TimeUnit.MILLISECONDS)) {
        break;
      }
    }
    String output = Files.readString(log);
    close();
    throw new IOException("it did not print " + text + ": " + output);
  }

  /** Sends it, and what it has started, a signal such as STOP. */
  void signal(String name) {
    try {
      for (ProcessHandle each :
          (Iterable<ProcessHandle>)
              java.util.stream.Stream.concat(
                      java.util.stream.Stream.of(process.toHandle()), process.descendants())
                  ::iterator) {
        run("kill", "-" + name, Long.toString(each.pid()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks it to end, and waits. */
  void end() throws InterruptedException {
    process.destroy();
    process.waitFor();
  }

  /** Asks it to end, since a proxy that is killed leaves its workers behind. */
  @Override
  public void close() {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
    started.forEach(ProcessHandle::destroyForcibly);
  }
}
