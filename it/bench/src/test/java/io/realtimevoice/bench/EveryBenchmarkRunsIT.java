package io.realtimevoice.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * For as short as can be, so that none of them is broken when it is needed. How fast anything is,
 * is not looked at here: the machine is busy with the build.
 */
class EveryBenchmarkRunsIT {

  private String printed = "";

  @Test
  void singleCalls() throws Exception {
    run("jmh", "-f", "0", "-wi", "0", "-i", "1", "-r", "10ms");

    assertPrinted("AudioBenchmark.in", "AudioBenchmark.out", "RecorderBenchmark.greeted");
  }

  @Test
  void memoryOfTheRecorder() throws Exception {
    assertEquals(0, run("recorder"), this::printed);
  }

  @Test
  void roundTrips() throws Exception {
    assertEquals(0, run("latency", "--sessions", "2", "--seconds", "1"), this::printed);
  }

  @Test
  void clientsThatDoNotRead() throws Exception {
    run("slow-readers", "--readers", "3", "--sessions", "1", "--seconds", "1");

    assertPrinted("Slow readers: 3 at the end", "the cap", "beside 3 slow readers");
  }

  @Test
  void clientsOfAServerThatIsRestarted() throws Exception {
    assertEquals(0, run("restart", "--clients", "5", "--retries", "20"), this::printed);
  }

  private int run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", System.getProperty("bench.jar")));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    printed = new String(process.getInputStream().readAllBytes(), UTF_8);
    return process.waitFor();
  }

  private void assertPrinted(String... texts) {
    for (String each : texts) {
      assertTrue(printed.contains(each), this::printed);
    }
  }

  private String printed() {
    return printed;
  }
}
