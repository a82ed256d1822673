package io.realtimevoice.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.deployment.VoiceWar;
import java.net.URL;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@NeedsChromium
@ExtendWith(ArquillianExtension.class)
class LoopbackIsShownTest {

  /** How many points of the plot have the colour in which the depth is drawn. */
  private static final String DRAWN =
      """
      (() => {
        const canvas = document.getElementById('plot');
        const [r, g, b] = getComputedStyle(canvas).color.match(/[0-9]+/g).map(Number);
        const copy = document.createElement('canvas');
        copy.width = canvas.width;
        copy.height = canvas.height;
        const pen = copy.getContext('2d', { willReadFrequently: true });
        pen.drawImage(canvas, 0, 0);
        const { data } = pen.getImageData(0, 0, copy.width, copy.height);
        let drawn = 0;
        for (let i = 0; i < data.length; i += 4) {
          drawn += data[i] === r && data[i + 1] === g && data[i + 2] === b && data[i + 3] === 255;
        }
        return drawn;
      })()\
      """;

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive sample() {
    return VoiceWar.sample("loopback");
  }

  @Test
  void asFiguresAndAsAPlot() throws Exception {
    try (Chromium browser = Chromium.withMicrophone(Console.manyTones())) {
      ConsolePage page = browser.open(Console.of(application)).engine("loopback").connect();
      assertEquals(0, number(page, DRAWN));
      assertTrue(page.text("plot-text").contains("Nothing"), page.text("plot-text"));
      page.toggleToTalk().click("talk").awaitFigures();
      page.await("Number(document.getElementById('round-trip').dataset.count) >= 20");
      page.await(DRAWN + " > 100");
      page.await("document.getElementById('plot-text').textContent.includes('Now')");

      assertTrue(page.figure("round-trip", "data-ms") > 0);
      assertTrue(page.figure("mouth-to-ear", "data-ms") > page.figure("round-trip", "data-p10"));
      assertTrue(page.figure("depth", "data-target") > 0);
      assertTrue(page.text("round-trip").matches("[0-9.]+ ms"), page.text("round-trip"));
    }
  }

  @Test
  void theRoundTripOfAHelloWithoutAnyAudio() throws Exception {
    try (Chromium browser = Chromium.withoutMicrophone(Locale.CHINESE)) {
      ConsolePage page = browser.open(Console.of(application)).connect();
      page.await("document.getElementById('round-trip').dataset.count === '1'");
      page.click("measure");
      page.await("document.getElementById('round-trip').dataset.count === '6'");

      assertTrue(page.figure("round-trip", "data-median") > 0);
      assertEquals("–", page.text("mouth-to-ear"));
    }
  }

  private static int number(ConsolePage page, String expression) {
    return ((Number) page.evaluate(expression)).intValue();
  }
}
