package io.realtimevoice.bench.server;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * What a server takes.
 *
 * @param heap bytes in use
 * @param direct bytes of direct buffers
 * @param threads how many
 * @param files open file descriptors
 * @param connections as the channel counts them
 * @param sessions with those whose clients are away
 * @param cpuNanos since it was started
 */
public record ServerState(
    long heap,
    long direct,
    long threads,
    long files,
    long connections,
    long sessions,
    long cpuNanos) {

  static ServerState parse(String line) {
    long[] all = Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    return new ServerState(all[0], all[1], all[2], all[3], all[4], all[5], all[6]);
  }

  /** One line, to be parsed. */
  @Override
  public String toString() {
    return LongStream.of(heap, direct, threads, files, connections, sessions, cpuNanos)
        .mapToObj(Long::toString)
        .collect(Collectors.joining(" "));
  }

  /** Heap and direct buffers. */
  public long memory() {
    return heap + direct;
  }
}
