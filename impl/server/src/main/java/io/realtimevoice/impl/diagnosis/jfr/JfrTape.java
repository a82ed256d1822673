package io.realtimevoice.impl.diagnosis.jfr;

import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.impl.diagnosis.Flight;
import io.realtimevoice.impl.diagnosis.Tape;
import jdk.jfr.EventType;

/** Writes events while the JDK's Flight Recorder records them, and costs one check else. */
final class JfrTape implements Tape {

  private final EventType steps = EventType.getEventType(StepEvent.class);
  private final EventType connections = EventType.getEventType(ConnectionEvent.class);

  @Override
  public void step(String connectionId, Step step, int number) {
    if (steps.isEnabled()) {
      StepEvent event = new StepEvent();
      event.connectionId = connectionId;
      event.step = step.name();
      event.number = number;
      event.commit();
    }
  }

  @Override
  public void ended(Flight flight, Finding finding) {
    if (connections.isEnabled()) {
      ConnectionEvent event = new ConnectionEvent();
      event.connectionId = flight.id();
      event.openFor = flight.closed();
      event.closeCode = flight.closeCode();
      event.verdict = finding.verdict().name();
      event.confidence = finding.confidence().name();
      event.welcomeAcknowledged = flight.acknowledged();
      event.bytesIn = flight.traffic().bytesIn();
      event.bytesOut = flight.traffic().bytesOut();
      event.commit();
    }
  }
}
