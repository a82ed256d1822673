package io.realtimevoice.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.OpenDiagnostics;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.BuiltArtifact;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The doctor's jar as it ships, asked as an operator asks it: a clean bill on a healthy path. */
@ExtendWith(ArquillianExtension.class)
class DoctorFindsTheChannelHealthyTest {

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive sample() {
    return VoiceWar.sample("healthy", OpenDiagnostics.class);
  }

  /** The first one wakes up what a server does at its first connection only. */
  @BeforeEach
  void wakeUp() throws Exception {
    ChannelAddress address = ChannelAddress.of(application);
    for (URI endpoint : List.of(address.stream(), address.selfTest())) {
      try (VoiceClient first = VoiceClient.connect(endpoint)) {
        first.awaitType("welcome");
        first.sendText(Messages.STOP);
        first.await(message -> !message.isOfType("welcome"));
      }
    }
    try (VoiceClient first = VoiceClient.connect(address.selfTest())) {
      first.sendBinary(new byte[640]);
      first.awaitBinary();
    }
  }

  @Test
  void inEveryStepOfTheWay() throws Exception {
    Process doctor =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                new BuiltArtifact("realtime-voice-doctor").file().toString(),
                "--json",
                "--hold",
                "1s",
                ChannelAddress.of(application).stream().toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String answer = new String(doctor.getInputStream().readAllBytes(), UTF_8);

    assertEquals(0, doctor.waitFor(), answer);
    JsonObject bill = Json.createReader(new StringReader(answer)).readObject();
    assertEquals("HEALTHY", bill.getString("verdict"), answer);
    List<JsonObject> steps = bill.getJsonArray("steps").getValuesAs(JsonObject.class);
    assertTrue(steps.stream().allMatch(step -> step.getBoolean("ok")), answer);
    assertTrue(steps.stream().anyMatch(DoctorFindsTheChannelHealthyTest::hasAllEchoes), answer);
  }

  private static boolean hasAllEchoes(JsonObject step) {
    return "50/50".equals(step.getJsonObject("facts").getString("frames", null));
  }
}
