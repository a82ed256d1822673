package io.realtimevoice.impl.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.impl.diagnosis.jfr.Tapes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecorderOfTheJdkTest {

  @TempDir Path folder;

  @Test
  void getsTheStepsOfAConnectionAndItsEnd() throws IOException {
    Path file = folder.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("io.realtimevoice.StepEvent");
      recording.enable("io.realtimevoice.ConnectionEvent");
      recording.start();
      new FlightFixture(Tapes.find()).welcomed().ends(9_000, 1000);
      recording.dump(file);
    }
    List<RecordedEvent> events = RecordingFile.readAllEvents(file);

    assertEquals(
        List.of(
            "OPENED",
            "WELCOME_ATTEMPTED",
            "WELCOME_SENT",
            "WELCOME_ACKNOWLEDGED",
            "HELLO",
            "WELCOME_RECEIVED"),
        events.stream()
            .filter(event -> event.getEventType().getName().equals("io.realtimevoice.StepEvent"))
            .filter(event -> event.getString("connectionId").equals("c"))
            .map(event -> event.getString("step"))
            .toList());
    RecordedEvent end =
        events.stream()
            .filter(
                event -> event.getEventType().getName().equals("io.realtimevoice.ConnectionEvent"))
            .findFirst()
            .orElseThrow();
    assertEquals("HEALTHY", end.getString("verdict"));
    assertEquals(1000, end.getInt("closeCode"));
    assertEquals(9_000, end.getDuration("openFor").toMillis());
  }

  @Test
  void getsNothingUnlessItIsAsked() throws IOException {
    Path file = folder.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      recording.disable("io.realtimevoice.StepEvent");
      recording.disable("io.realtimevoice.ConnectionEvent");
      recording.start();
      new FlightFixture(Tapes.find()).welcomed().ends(9_000, 1000);
      recording.dump(file);
    }

    assertTrue(
        RecordingFile.readAllEvents(file).stream()
            .noneMatch(event -> event.getEventType().getName().startsWith("io.realtimevoice")));
  }
}
