package io.realtimevoice.impl.session;

import static io.realtimevoice.impl.session.SessionMachineTransitionsTest.inShort;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.StreamSummary;
import io.realtimevoice.impl.session.SessionMachineTransitionsTest.Input;
import io.realtimevoice.protocol.ClientMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamThatEndsUnaskedTest {

  private final SessionMachine machine = new SessionMachine(10);

  @BeforeEach
  void finish() {
    machine.received(new ClientMessage.Start(SessionMachineTransitionsTest.request("16k_zh")));
    machine.opened(true);
    assertEquals("finish", inShort(machine.finish()));
    assertEquals("stopped, release COMPLETED", inShort(machine.finished(StreamSummary.of(""))));
  }

  @Test
  void blamesNobodyForWhatWasOnItsWay() {
    assertEquals("", inShort(Input.AUDIO.to(machine)));
    assertEquals("", inShort(Input.BINARY.to(machine)));
    assertEquals("", inShort(Input.STOP.to(machine)));
  }

  @Test
  void excusesOneStopOnly() {
    Input.STOP.to(machine);

    assertEquals("error NOT_STARTED", inShort(Input.STOP.to(machine)));
  }

  @Test
  void excusesNothingOfTheNextStream() {
    assertEquals("open", inShort(Input.START.to(machine)));
    assertEquals("error NOT_STARTED", inShort(Input.STOP.to(machine)));
  }
}
