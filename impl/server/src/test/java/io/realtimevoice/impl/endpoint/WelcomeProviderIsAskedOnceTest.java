package io.realtimevoice.impl.endpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.StartRequest;
import io.realtimevoice.VoiceHandler;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import io.realtimevoice.impl.websocket.Connections;
import io.realtimevoice.impl.websocket.FakeSession;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.WelcomeProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WelcomeProviderIsAskedOnceTest {

  @Dependent
  static class Handler implements VoiceHandler {
    @Override
    public VoiceStream open(VoiceSession session, StartRequest request) {
      throw new UnsupportedOperationException();
    }
  }

  @ApplicationScoped
  static class Provider implements WelcomeProvider {
    private final AtomicInteger times = new AtomicInteger();

    int times() {
      return times.get();
    }

    @Override
    public String message(Handshake handshake, Locale locale) {
      return "text " + times.incrementAndGet();
    }
  }

  private final ChannelFixture fixture =
      new ChannelFixture(Map.of(), Handler.class, Provider.class);
  private final Provider provider = fixture.get(Provider.class);
  private final FakeSession peer = new FakeSession("c-1");

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void forAConnectionOfTheChannelHoweverOftenItIsWelcomed() {
    fixture.open(peer);
    fixture.advance(1_000);

    assertEquals(List.of("text 1", "ping", "text 1", "text 1"), peer.written("message"));
    assertEquals(1, provider.times());
  }

  @Test
  void forAConnectionOfAnotherEndpoint() {
    fixture.test(peer);
    fixture.advance(1_000);

    assertEquals(List.of("text 1", "ping", "text 1", "text 1"), peer.written("message"));
    assertEquals(1, provider.times());
  }

  @Test
  void forAConnectionOnWhichASessionIsResumed() {
    fixture.open(peer);
    fixture.say(peer, "{\"type\":\"hello\",\"version\":1}");
    String welcome = peer.written().get(0);
    Connections.known(peer.session()).orElseThrow().closed(1006);
    FakeSession again = fixture.open(new FakeSession("c-2"));
    fixture.say(
        again,
        "{\"type\":\"resume\",\"sessionId\":\""
            + field(welcome, "sessionId")
            + "\",\"resumeToken\":\""
            + field(welcome, "resumeToken")
            + "\",\"received\":0}");

    assertTrue(again.written("type").contains("resumed"), again.written().toString());
    assertEquals(2, provider.times());
  }

  @Test
  void notForOneThatIsRefused() {
    fixture.open(ChannelFixture.page("c-1", "https://evil.example"));

    assertEquals(0, provider.times());
  }

  private static String field(String message, String name) {
    Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]+)\"").matcher(message);
    assertTrue(matcher.find(), message);
    return matcher.group(1);
  }
}
