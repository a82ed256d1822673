package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.interceptor.Logged;
import io.realtimevoice.interceptor.StateChecked;
import io.realtimevoice.interceptor.Welcomed;
import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.application.Witness;
import io.realtimevoice.it.application.WitnessEndpoint;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.Received;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bindings on an application's own endpoint, and on a bean behind one. */
@Tag("endpoints-made-by-cdi")
@ExtendWith(ArquillianExtension.class)
class OwnEndpointsUseTheBindingsTest {

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive own() {
    return VoiceWar.of(
        "own-endpoints",
        ScriptedHandler.class,
        BoundEndpoint.class,
        PlainEndpoint.class,
        Behind.class,
        Witness.class,
        WitnessEndpoint.class);
  }

  @Test
  void onTheEndpointItself() throws Exception {
    assertWelcomedAndAcknowledged("/bound/room-1");
  }

  @Test
  void onABeanBehindIt() throws Exception {
    assertWelcomedAndAcknowledged("/plain/room-1");
  }

  @Test
  void anExceptionInTheOpenIsReported() throws Exception {
    for (String path : new String[] {"/bound/broken", "/plain/broken"}) {
      try (VoiceClient client = VoiceClient.connect(endpoint(path))) {
        assertEquals("INTERNAL", client.awaitType("error").getString("code"));
        assertEquals(1011, client.awaitClose().code());
      }
    }
  }

  @Test
  void aFailedSendIsTriedAgain() throws Exception {
    try (VoiceClient client = VoiceClient.connect(endpoint("/plain/room-2"))) {
      client.awaitType("welcome");
      client.sendText("flaky");
      assertEquals(
          "sent at try 3",
          ((Received.Text) client.await(m -> m.toString().contains("sent at try"))).text());
    }
  }

  private void assertWelcomedAndAcknowledged(String path) throws Exception {
    try (VoiceClient witness = VoiceClient.connect(endpoint(WitnessEndpoint.PATH))) {
      witness.awaitType("Count");
      try (VoiceClient client = VoiceClient.connect(endpoint(path))) {
        JsonObject welcome = client.awaitType("welcome");
        assertEquals(1, welcome.getInt("attempt"));
        client.sendText("hello");
        client.await(m -> m.toString().contains("heard hello"));
        JsonObject delivered = witness.awaitType("WelcomeDelivered");
        assertTrue(delivered.getInt("attempts") >= 1);
        client.close(1000, "");
        client.awaitClose();
      }
      witness.awaitType("ConnectionClosed");
    }
  }

  private URI endpoint(String path) {
    return ChannelAddress.of(application).endpoint(path);
  }

  /** Bindings on the callbacks. */
  @Dependent
  @ServerEndpoint("/bound/{room}")
  @Logged
  @Welcomed
  public static class BoundEndpoint {

    /** Fails in one room. */
    @OnOpen
    public void open(Session session, @PathParam("room") String room) {
      if (room.equals("broken")) {
        throw new IllegalArgumentException("planned");
      }
    }

    /** Answers. */
    @OnMessage
    @StateChecked
    public void message(Session session, String text) throws IOException {
      session.getBasicRemote().sendText("heard " + text);
    }

    /** Ends. */
    @OnClose
    public void close(Session session, CloseReason reason) {}
  }

  /** No bindings. */
  @Dependent
  @ServerEndpoint("/plain/{room}")
  public static class PlainEndpoint {

    @Inject Behind behind;

    /** Passes on. */
    @OnOpen
    public void open(Session session, @PathParam("room") String room) {
      if (room.equals("broken")) {
        behind.fail(session);
      } else {
        behind.open(session);
      }
    }

    /** Passes on. */
    @OnMessage
    public void message(Session session, String text) throws IOException {
      behind.message(session, text);
    }

    /** Passes on. */
    @OnClose
    public void close(Session session, CloseReason reason) {
      behind.close(session, reason);
    }
  }

  /** Bindings on a bean. */
  @ApplicationScoped
  public static class Behind {

    private final AtomicInteger tries = new AtomicInteger();

    /** Opens. */
    @Logged
    @StateChecked
    @Welcomed
    public void open(Session session) {}

    /** Opens, and fails. */
    @Logged
    @StateChecked
    @Welcomed
    public void fail(Session session) {
      throw new IllegalStateException("planned");
    }

    /** Answers; fails twice first if asked to. */
    @Welcomed
    @StateChecked
    public void message(Session session, String text) throws IOException {
      if (text.equals("flaky")) {
        int number = tries.incrementAndGet();
        if (number < 3) {
          throw new IllegalStateException("planned");
        }
        session.getBasicRemote().sendText("sent at try " + number);
      } else {
        session.getBasicRemote().sendText("heard " + text);
      }
    }

    /** Ends. */
    @Welcomed
    public void close(Session session, CloseReason reason) {}
  }
}
