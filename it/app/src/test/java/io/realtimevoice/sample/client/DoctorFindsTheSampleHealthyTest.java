package io.realtimevoice.sample.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.doctor.Doctor;
import io.realtimevoice.protocol.Protocol;
import io.realtimevoice.sample.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DoctorFindsTheSampleHealthyTest {

  @Test
  void andExitsWithZero() throws IOException, InterruptedException {
    try (EmbeddedServer server = EmbeddedServer.start(0)) {
      String url = "ws://127.0.0.1:" + server.uri().getPort() + server.uri().getPath();
      Process doctor =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Doctor.class.getName(),
                  "--json",
                  "--hold",
                  "100ms",
                  url + Protocol.STREAM_PATH)
              .redirectErrorStream(true)
              .start();
      String answer = new String(doctor.getInputStream().readAllBytes(), UTF_8);

      assertEquals(0, doctor.waitFor(), answer);
      assertTrue(answer.contains("\"verdict\":\"HEALTHY\""), answer);
      assertTrue(answer.contains("\"frames\":\"50/50\""), answer);
    }
  }
}
