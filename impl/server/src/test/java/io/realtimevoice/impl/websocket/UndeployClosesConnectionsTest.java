package io.realtimevoice.impl.websocket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class UndeployClosesConnectionsTest {

  private static final List<String> GONE = List.of("close 1001 going away");

  private final ConnectionsFixture fixture = new ConnectionsFixture();
  private final FakeSession first = new FakeSession("c-1");
  private final FakeSession second = new FakeSession("c-2");

  @Test
  void allOfThemWithinTheCall() {
    fixture.connections.of(first.session());
    fixture.connections.of(second.session());
    fixture.connections.shutDown();

    assertEquals(GONE, first.written());
    assertEquals(GONE, second.written());
    assertEquals(0, fixture.connections.size());
  }

  @Test
  void andThoseThatOpenMeanwhile() {
    fixture.connections.shutDown();
    fixture.connections.of(first.session());

    assertEquals(GONE, first.written());
    assertEquals(0, fixture.connections.size());
  }

  @Test
  void butNoneTwice() {
    fixture.connections.of(first.session()).closed(1000);
    fixture.connections.shutDown();
    fixture.connections.shutDown();

    assertEquals(List.of(), first.written());
  }
}
