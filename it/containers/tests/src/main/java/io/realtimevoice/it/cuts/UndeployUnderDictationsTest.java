package io.realtimevoice.it.cuts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.OperatorEndpoint;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.Applications;
import io.realtimevoice.it.deployment.VoiceWar;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The operator lets the application run empty, undeploys it and deploys it again while many
 * dictate. They finish the key that they are at when they are told to, get what was recognised,
 * come back by themselves, and go on.
 */
@ExtendWith(ArquillianExtension.class)
class UndeployUnderDictationsTest {

  private static final int DICTATIONS = 50;
  private static final int KEYS = 60;
  private static final String NAME = "redeployed";

  private final long seed = Long.getLong("it.seed", System.nanoTime());

  @ArquillianResource private Applications applications;

  @Deployment(name = NAME, managed = false, testable = false)
  static WebArchive sample() {
    return VoiceWar.sample(NAME, OperatorEndpoint.class);
  }

  @Test
  void everyKeyOfEveryDictationArrivesOnce() throws Exception {
    Random random = new Random(seed);
    ExecutorService threads = Executors.newFixedThreadPool(DICTATIONS);
    ChannelAddress first = applications.deploy(NAME);
    try (Cutter network = new Cutter(first.port(), (connection, cuts) -> Cut.NONE)) {
      URI uri = new ChannelAddress(network.port(), first.contextPath()).stream();
      CountDownLatch speaking = new CountDownLatch(DICTATIONS);
      List<String> keys = new ArrayList<>();
      List<Future<Interrupted.Outcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < DICTATIONS; i++) {
        String own = Dictating.keys(random, KEYS);
        keys.add(own);
        outcomes.add(threads.submit(() -> new Interrupted(uri, speaking::countDown).dictate(own)));
      }
      assertTrue(speaking.await(1, TimeUnit.MINUTES));
      long begun = System.nanoTime();
      try (VoiceClient operator = VoiceClient.connect(first.endpoint(OperatorEndpoint.PATH))) {
        operator.sendText("30");
        operator.awaitType("drained");
      }
      long drained = System.nanoTime();
      applications.undeploy(NAME);
      long undeployed = System.nanoTime();
      network.leadTo(applications.deploy(NAME).port());
      long deployed = System.nanoTime();
      int interrupted = 0;
      for (int i = 0; i < DICTATIONS; i++) {
        Interrupted.Outcome outcome = outcomes.get(i).get(2, TimeUnit.MINUTES);
        assertEquals(keys.get(i), outcome.text(), () -> "seed " + seed + ": " + outcome);
        interrupted += outcome.streams() - 1;
      }
      System.out.printf(
          "%d dictations through a drain of %d ms, an undeploy of %d ms and a deploy of %d ms: %d"
              + " went on in another stream, nothing lost%n",
          DICTATIONS,
          TimeUnit.NANOSECONDS.toMillis(drained - begun),
          TimeUnit.NANOSECONDS.toMillis(undeployed - drained),
          TimeUnit.NANOSECONDS.toMillis(deployed - undeployed),
          interrupted);
      assertTrue(interrupted > 0, "nobody was interrupted");
    } finally {
      threads.shutdownNow();
      applications.undeploy(NAME);
    }
  }
}
