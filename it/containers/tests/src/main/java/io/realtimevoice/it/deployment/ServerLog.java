package io.realtimevoice.it.deployment;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The log file that the server itself writes, wherever that server keeps it. It has all that was
 * logged since the server's start, by other applications, too.
 */
public final class ServerLog {

  /** Longer than for a message: some lines follow a number of the channel's own tries. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final Path file;

  private ServerLog(Path file) {
    this.file = file;
  }

  /**
   * The log of the server that an application runs in.
   *
   * @param application its context path, without slashes; where each application has a server of
   *     its own, this tells which
   */
  public static ServerLog of(String application) throws IOException {
    String property = System.getProperty("server.log");
    if (property == null) {
      throw new IllegalStateException("No system property server.log: run the tests by Maven");
    }
    Path place = Path.of(property);
    return new ServerLog(Files.isDirectory(place) ? newest(place, application) : place);
  }

  private static Path newest(Path folder, String application) throws IOException {
    try (Stream<Path> logs = Files.list(folder)) {
      return logs.filter(log -> log.getFileName().toString().contains("-" + application + ".war."))
          .max(Comparator.comparing(log -> log.toFile().lastModified()))
          .orElseThrow(() -> new AssertionError("No log of " + application + " in " + folder));
    }
  }

  /** All lines so far. */
  public List<String> lines() throws IOException {
    // A line may be in the middle of its making, with half a character at its end.
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
  }

  /**
   * Waits until a line has all of some words in it.
   *
   * @return the first such line
   * @throws AssertionError if there is none within the patience
   */
  public String await(String... words) throws IOException, InterruptedException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    try (var changes = folder.getFileSystem().newWatchService()) {
      folder.register(changes, ENTRY_CREATE, ENTRY_MODIFY);
      long end = System.nanoTime() + PATIENCE.toNanos();
      String found = first(words);
      while (found == null) {
        var change = changes.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (change == null) {
          throw new AssertionError("No line with " + String.join(" and ", words) + " in " + file);
        }
        change.pollEvents();
        change.reset();
        found = first(words);
      }
      return found;
    }
  }

  private @Nullable String first(String... words) throws IOException {
    return lines().stream()
        .filter(line -> Stream.of(words).allMatch(line::contains))
        .findFirst()
        .orElse(null);
  }
}
