package io.realtimevoice.it.wildfly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.Received;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.Applications;
import io.realtimevoice.it.deployment.ServerLog;
import io.realtimevoice.it.deployment.VoiceWar;
import io.realtimevoice.sample.tones.ToneSynth;
import io.realtimevoice.sample.tones.WavFile;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.remote.JMXServiceURL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In each round a self-test is open, a dictation has ended, and a session with an open stream waits
 * for its client, after heartbeats.
 */
@ExtendWith(ArquillianExtension.class)
class RedeployLeavesNothingBehindTest {

  private static final String NAME = "redeployed";
  private static final String LOADER = "deployment." + NAME + ".war";
  private static final String KEYS = "0123456789";
  private static final Path HEAP_OF_A_FAILURE = Path.of("target", "leftovers.hprof");
  private static final int REDEPLOYMENTS = 20;

  /** So many at once that every worker thread of the server gets some. */
  private static final int OTHER_REQUESTS = 200;

  private static final int ROUNDS_OF_OTHER_REQUESTS = 20;

  private static final Duration IDLE_WORKER_ENDS_AFTER = Duration.ofSeconds(1);

  /** A look occupies a worker, too. */
  private static final Duration BETWEEN_LOOKS = IDLE_WORKER_ENDS_AFTER.multipliedBy(3);

  @ArquillianResource private Applications applications;

  @Deployment(name = NAME, managed = false, testable = false)
  static WebArchive application() {
    return VoiceWar.withSettings(
        VoiceWar.sample(NAME), "heartbeat", "PT0.2S", "drain-timeout", "PT0.1S");
  }

  @Test
  void noObjectNoClassLoaderAndNoThreadRemains() throws Exception {
    try (ServerVm server = ServerVm.at(management())) {
      redeploy(server);

      Set<String> remains = remains(server);
      if (!remains.isEmpty()) {
        server.dumpHeap(HEAP_OF_A_FAILURE);
      }
      assertEquals(Set.of(), remains, () -> "see " + HEAP_OF_A_FAILURE);
    }
  }

  private void redeploy(ServerVm server) throws Exception {
    ServerLog log = ServerLog.of(NAME);
    for (int i = 0; i < REDEPLOYMENTS; i++) {
      requestWelcomePages();
      ChannelAddress address = applications.deploy(NAME);
      try (VoiceClient client = VoiceClient.connect(address.selfTest())) {
        client.awaitType("welcome");
        assertTrue(server.classLoaders().contains(LOADER));
        assertEquals(KEYS, dictate(address));
        leaveInMidSpeech(address, log);
        applications.undeploy(NAME);
        assertEquals(1001, client.awaitClose().code());
      }
    }
  }

  private static String dictate(ChannelAddress address) throws Exception {
    try (VoiceClient client = started(address)) {
      client.sendBinary(WavFile.pcm(ToneSynth.at(16_000).keys(KEYS)));
      client.sendText("{\"type\":\"stop\"}");
      return client.awaitType("stopped").getString("text");
    }
  }

  /** Returns when its session waits for it, with an open stream. */
  private static void leaveInMidSpeech(ChannelAddress address, ServerLog log) throws Exception {
    String session;
    try (VoiceClient client = started(address)) {
      session = ((Received.Text) client.received().get(0)).json().getString("sessionId");
      client.sendBinary(new byte[640]);
      client.awaitType("heartbeat");
    }
    log.await("RV0305 ", session);
  }

  private static VoiceClient started(ChannelAddress address) throws Exception {
    VoiceClient client = VoiceClient.connect(address.stream());
    client.awaitType("welcome");
    client.sendText("{\"type\":\"hello\",\"version\":1}");
    client.sendText("{\"type\":\"start\"}");
    client.awaitType("ready");
    return client;
  }

  /**
   * What no collection frees, once the server's workers are others.
   *
   * <p>A worker thread of WildFly 39 keeps as long as it lives the class loader of the application
   * whose thread happened to start it ({@code Thread.inheritedAccessControlContext}, and the
   * context class loader), and on its stack, in locals of {@code EnhancedQueueExecutor.ThreadBody},
   * its first task; while it is idle also its last one. Through the HTTP exchange of a handshake,
   * that is an undeployed endpoint. Two workers never end.
   */
  private static Set<String> remains(ServerVm server) throws IOException, JMException {
    server.endIdleWorkersAfter(IDLE_WORKER_ENDS_AFTER);
    Set<String> remains = ours(server);
    for (int i = 0; i < ROUNDS_OF_OTHER_REQUESTS && !remains.isEmpty(); i++) {
      requestWelcomePages();
      pass(BETWEEN_LOOKS);
      server.finalizeGarbage();
      remains = ours(server);
    }
    return remains;
  }

  private static void pass(Duration time) {
    CompletableFuture.runAsync(
            () -> {}, CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS))
        .join();
  }

  private static Set<String> ours(ServerVm server) throws IOException, JMException {
    Set<String> ours = new TreeSet<>();
    server
        .liveInstances("io.realtimevoice.")
        .forEach((type, count) -> ours.add(count + " instances of " + type));
    server.classLoaders().stream()
        .filter(LOADER::equals)
        .forEach(name -> ours.add("class loader " + name));
    server.threads().stream()
        .filter(name -> name.contains("realtime-voice"))
        .forEach(name -> ours.add("thread " + name));
    return ours;
  }

  /** Gives every worker of the server something to do that is not ours. */
  private static void requestWelcomePages() {
    URI page = URI.create("http://127.0.0.1:" + Integer.getInteger("wildfly.http.port") + "/");
    HttpRequest request = HttpRequest.newBuilder(page).build();
    HttpClient client = HttpClient.newHttpClient();
    Stream.generate(() -> client.sendAsync(request, HttpResponse.BodyHandlers.discarding()))
        .limit(OTHER_REQUESTS)
        .toList()
        .forEach(CompletableFuture::join);
  }

  private static JMXServiceURL management() throws IOException {
    int port = Integer.getInteger("wildfly.management.port");
    return new JMXServiceURL("service:jmx:remote+http://127.0.0.1:" + port);
  }
}
