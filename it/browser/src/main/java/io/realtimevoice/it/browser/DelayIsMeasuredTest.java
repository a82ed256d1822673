package io.realtimevoice.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.deployment.VoiceWar;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.ScriptTimeoutException;

/**
 * The delay from mouth to ear, as the page measures it by the clock of its sound card.
 *
 * <p>A measurement is repeated, up to {@value #MEASUREMENTS} times, until it is as asserted: what
 * else runs on the machine makes the jitter buffer deeper, in one of two runs that are compared and
 * not in the other. What is asserted is not loosened by that, and each try prints its figures, so
 * that a change for the worse shows before it fails.
 */
@NeedsChromium
@ExtendWith(ArquillianExtension.class)
class DelayIsMeasuredTest {

  /** Ten seconds of figures: the jitter buffer has settled. */
  private static final String STEADY =
      "Number(document.getElementById('mouth-to-ear').dataset.count) >= 200";

  private static final String MOUTH_TO_EAR =
      "Number(document.getElementById('mouth-to-ear').dataset.ms)";

  private static final int MEASUREMENTS = 5;

  /** In milliseconds, of both directions together. */
  private static final int DELAY = 100;

  private static final int DELAY_TOLERANCE = 40;

  /** In seconds. */
  private static final double LONGEST_RECOVERY = 5;

  /** In milliseconds: two or three frames. */
  private static final double TOLERANCE = 50;

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive sample() {
    return VoiceWar.sample("delay");
  }

  /**
   * What else the machine does only ever adds to a delay, so the least of a few measurements is the
   * nearest to what it is without.
   */
  @Test
  void fromMouthToEarWithAndWithoutADelayOfTheNetwork() throws Exception {
    double near = Double.MAX_VALUE;
    double far = Double.MAX_VALUE;
    for (int i = 0; i < MEASUREMENTS && Math.abs(far - near - DELAY) > DELAY_TOLERANCE; i++) {
      double without = mouthToEar(Duration.ZERO);
      double with = mouthToEar(Duration.ofMillis(DELAY / 2));
      near = Math.min(near, without);
      far = Math.min(far, with);
      System.out.printf(
          "try %d, mouth to ear (p10): %.0f ms, with %d ms of network %.0f ms; least so far: %.0f"
              + " and %.0f ms%n",
          i + 1, without, DELAY, with, near, far);
    }

    assertEquals(DELAY, far - near, DELAY_TOLERANCE);
  }

  @Test
  void isBackAfterTheNetworkStoodStill() throws Exception {
    double seconds = Double.MAX_VALUE;
    for (int i = 0; i < MEASUREMENTS && seconds > LONGEST_RECOVERY; i++) {
      double tried = recovery();
      System.out.printf("try %d, the delay was back after %.1f s%n", i + 1, tried);
      seconds = Math.min(seconds, tried);
    }
    double best = seconds;
    assertTrue(best <= LONGEST_RECOVERY, () -> best + " s");
  }

  /** How long after the end of a stand-still the delay is what it was before, in seconds. */
  private double recovery() throws Exception {
    try (Link link = new Link(application.getPort(), Duration.ZERO);
        Chromium browser = Chromium.withMicrophone(Console.manyTones())) {
      ConsolePage page = loopback(browser, link);
      double before = page.await(STEADY).figure("mouth-to-ear", "data-median");
      link.freeze();
      page.await(after(3_000));
      double held = page.figure("mouth-to-ear", "data-ms");
      double thawed = now(page);
      link.thaw();
      // While nothing is heard the figure keeps its value, so another one is waited for.
      double limit = before + TOLERANCE;
      try {
        page.await(MOUTH_TO_EAR + " !== " + held + " && " + MOUTH_TO_EAR + " <= " + limit);
      } catch (ScriptTimeoutException e) {
        System.out.printf(
            "mouth to ear: %.0f ms, and still %.0f ms long after a freeze of 3 s%n",
            before, page.figure("mouth-to-ear", "data-ms"));
        return Double.MAX_VALUE;
      }
      double seconds = (now(page) - thawed) / 1_000;

      System.out.printf(
          "mouth to ear: %.0f ms, %.1f s after a freeze of 3 s %.0f ms%n",
          before, seconds, page.figure("mouth-to-ear", "data-ms"));
      page.picture(Path.of("target", "screenshots", "delay.png"));
      return seconds;
    }
  }

  private double mouthToEar(Duration eachWay) throws IOException {
    try (Link link = new Link(application.getPort(), eachWay);
        Chromium browser = Chromium.withMicrophone(Console.manyTones())) {
      return loopback(browser, link).await(STEADY).figure("mouth-to-ear", "data-p10");
    }
  }

  private ConsolePage loopback(Chromium browser, Link link) {
    return browser
        .open(Console.at(application, link.port()))
        .engine("loopback")
        .connect()
        .toggleToTalk()
        .click("talk");
  }

  private static double now(ConsolePage page) {
    return ((Number) page.evaluate("performance.now()")).doubleValue();
  }

  /** True when so much time of the page has passed. */
  private static String after(int millis) {
    return "performance.now() > (window.itDue"
        + millis
        + " ??= performance.now() + "
        + millis
        + ")";
  }
}
