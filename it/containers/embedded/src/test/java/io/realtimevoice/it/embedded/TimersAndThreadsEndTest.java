package io.realtimevoice.it.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.application.Witness;
import io.realtimevoice.it.application.WitnessEndpoint;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.Applications;
import io.realtimevoice.it.deployment.VoiceWar;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Here the threads are the channel's own and in the test's JVM, so their names show what is left:
 * no timer when the last session has ended, and no thread when the application has.
 */
@ExtendWith(ArquillianExtension.class)
class TimersAndThreadsEndTest {

  private static final String NAME = "timers-and-threads";

  /** As in the channel: those with timers, and those that call the application. */
  private static final int MOST_THREADS = 4 + 16;

  private static final int CLIENTS = 50;

  @ArquillianResource private Applications applications;

  @Deployment(name = NAME, managed = false, testable = false)
  static WebArchive application() {
    return VoiceWar.withSettings(
        VoiceWar.of(NAME, ScriptedHandler.class, Witness.class, WitnessEndpoint.class),
        "resume-window",
        "PT1S",
        "heartbeat",
        "PT0.3S");
  }

  @Test
  void withTheirSessionsAndTheirApplication() throws Exception {
    ChannelAddress address = applications.deploy(NAME);
    try (VoiceClient witness = VoiceClient.connect(address.endpoint(WitnessEndpoint.PATH))) {
      witness.awaitType("Count");
      for (int i = 0; i < CLIENTS; i++) {
        vanishInMidSpeech(address);
      }
      assertTrue(hasTimer(), "their sessions wait for them, but not for ever");
      for (int i = 0; i < CLIENTS; i++) {
        witness.awaitType("SessionEnded");
      }
      awaitNoTimer(witness);
      assertTrue(ours().size() <= MOST_THREADS, () -> "threads: " + ours());
      assertFalse(ours().isEmpty());
    }
    List<Thread> threads = ours();
    applications.undeploy(NAME);
    for (Thread thread : threads) {
      thread.join(VoiceClient.PATIENCE.toMillis());
    }
    assertEquals(List.of(), ours());
  }

  private static void vanishInMidSpeech(ChannelAddress address) throws Exception {
    try (VoiceClient client = VoiceClient.connect(address.stream())) {
      client.awaitType("welcome");
      client.sendText("{\"type\":\"hello\",\"version\":1}");
      client.sendText("{\"type\":\"start\",\"engineType\":\"audio-is-final\"}");
      client.awaitType("ready");
      client.sendBinary(new byte[640]);
      client.awaitType("result");
    }
  }

  /** The last look at the sessions' deadlines may be a moment after the last of them has ended. */
  private static void awaitNoTimer(VoiceClient witness) throws Exception {
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
    while (hasTimer() && System.nanoTime() < end) {
      witness.sendText("count");
      witness.awaitType("Count");
    }
    assertFalse(hasTimer(), () -> "threads: " + ours());
  }

  /** With a timer, one of the threads waits for a time; without one, all wait for tasks. */
  private static boolean hasTimer() {
    return ours().stream()
        .filter(thread -> thread.getName().matches("realtime-voice-\\d+"))
        .anyMatch(thread -> thread.getState() != Thread.State.WAITING);
  }

  private static List<Thread> ours() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("realtime-voice-"))
        .filter(thread -> thread.getContextClassLoader() instanceof WarClassLoader)
        .toList();
  }
}
