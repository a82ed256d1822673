package io.realtimevoice.impl.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.StartRequest;
import io.realtimevoice.VoiceHandler;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import io.realtimevoice.impl.config.Setting;
import io.realtimevoice.impl.websocket.Connections;
import io.realtimevoice.impl.websocket.FakeSession;
import jakarta.enterprise.context.Dependent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Whoever fills the self-test, which asks nobody who they are, keeps no client from the channel.
 */
class SelfTestHasPlacesOfItsOwnTest {

  private static final List<String> WELCOMED = List.of("welcome", "ping");
  private static final List<String> FULL = List.of("OVERLOADED", "close 1013 try again later");

  @Dependent
  static class Handler implements VoiceHandler {
    @Override
    public VoiceStream open(VoiceSession session, StartRequest request) {
      throw new UnsupportedOperationException();
    }
  }

  private final ChannelFixture fixture =
      new ChannelFixture(Map.of(Setting.MAX_CONNECTIONS, "2"), Handler.class);

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void whichDoNotCountForTheChannel() {
    fill();

    assertEquals(WELCOMED, fixture.open(new FakeSession("c-1")).written("type"));
    assertEquals(WELCOMED, fixture.open(new FakeSession("c-2")).written("type"));
    assertEquals(FULL, fixture.open(new FakeSession("c-3")).written("code"));
  }

  @Test
  void soManyAndNoMore() {
    fill();

    assertEquals(FULL, fixture.test(new FakeSession("one more")).written("code"));
  }

  @Test
  void eachUntilItsConnectionEnds() {
    List<FakeSession> all = fill();
    Connections.known(all.get(0).session()).orElseThrow().closed(1000);

    assertEquals(WELCOMED, fixture.test(new FakeSession("next")).written("type"));
    assertEquals(FULL, fixture.test(new FakeSession("one more")).written("code"));
  }

  @Test
  void forPagesThatMayConnectToTheChannel() {
    List<String> refused = List.of("REFUSED", "close 1008 refused by policy");

    assertEquals(
        refused, fixture.test(ChannelFixture.page("c-1", "https://evil.example")).written("code"));
    assertEquals(
        WELCOMED, fixture.test(ChannelFixture.page("c-2", "https://host.example")).written("type"));
    assertEquals(WELCOMED, fixture.test(new FakeSession("no page")).written("type"));
  }

  private List<FakeSession> fill() {
    List<FakeSession> all = new ArrayList<>();
    for (int i = 0; i < SelfTestChannel.PLACES; i++) {
      all.add(fixture.test(new FakeSession("t-" + i)));
      assertEquals(WELCOMED, all.get(i).written("type"));
    }
    return all;
  }
}
