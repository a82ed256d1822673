package io.realtimevoice.impl.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.StartRequest;
import io.realtimevoice.VoiceHandler;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import io.realtimevoice.impl.config.Setting;
import io.realtimevoice.impl.websocket.FakeSession;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A second value right behind 0 makes Tyrus 2.1.5 close the connection, now and then. */
class IdleTimeoutIsSetOnceTest {

  @Dependent
  static class Handler implements VoiceHandler {
    @Override
    public VoiceStream open(VoiceSession session, StartRequest request) {
      throw new UnsupportedOperationException();
    }
  }

  private final ChannelFixture fixture =
      new ChannelFixture(Map.of(Setting.START_TIMEOUT, "PT7S"), Handler.class);

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void onTheChannelToNone() {
    assertEquals(List.of(0L), fixture.open(new FakeSession("c")).maxIdleTimeouts());
  }

  @Test
  void onTheSelfTestToThatOfAStart() {
    assertEquals(List.of(7_000L), fixture.test(new FakeSession("c")).maxIdleTimeouts());
  }
}
