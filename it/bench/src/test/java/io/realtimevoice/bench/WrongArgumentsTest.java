package io.realtimevoice.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrongArgumentsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "unknown",
        "recorder --all",
        "latency 5",
        "latency --sessions",
        "latency --sessions 0",
        "latency --readers 5",
        "restart --stop slowly",
        "jmh -unknown"
      })
  void getTheUsage(String line) throws Exception {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(output, true, UTF_8)) {
      assertEquals(2, Main.run(out, line.split(" ", -1)));
    }
    assertTrue(output.toString(UTF_8).contains("Usage:"));
  }
}
