package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.VoiceWar;
import java.net.URI;
import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each connection has the facts of its own handshake, however many shake hands at once. */
@ExtendWith(ArquillianExtension.class)
class HandshakeReachesTheHandlerTest {

  private static final int CLIENTS = 200;
  private static final int AT_ONCE = 16;

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive scripted() {
    return VoiceWar.of("handshake", ScriptedHandler.class);
  }

  @Test
  void ofItsOwnConnectionOnly() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        String own = "client-" + i;
        answers.add(threads.submit(() -> factsOf(own)));
      }
      for (int i = 0; i < CLIENTS; i++) {
        assertEquals("client-" + i + " client-" + i, answers.get(i).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void aPageOfAnotherHostIsRefused() throws Exception {
    try (VoiceClient page = VoiceClient.connect(channel(), "Origin", "https://elsewhere.example")) {
      assertEquals("REFUSED", page.awaitType("error").getString("code"));
      assertEquals(1008, page.awaitClose().code());
      assertTrue(page.received().stream().noneMatch(m -> m.isOfType("welcome")));
    }
  }

  @Test
  void aPageOfTheSameHostIsWelcome() throws Exception {
    try (VoiceClient page =
        VoiceClient.connect(channel(), "Origin", "http://127.0.0.1:" + channel().getPort())) {
      page.awaitType("welcome");
    }
  }

  private String factsOf(String own) throws Exception {
    URI uri = URI.create(channel() + "?probe=" + own);
    try (VoiceClient client = VoiceClient.connect(uri, "X-Probe", own)) {
      client.awaitType("welcome");
      client.send(Messages.start("handshake"));
      client.awaitType("ready");
      client.sendText(Messages.STOP);
      return client.awaitType("result").getString("text");
    }
  }

  private URI channel() {
    return ChannelAddress.of(application).stream();
  }
}
