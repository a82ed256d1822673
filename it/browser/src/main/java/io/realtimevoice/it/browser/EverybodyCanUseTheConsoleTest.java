package io.realtimevoice.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.deployment.VoiceWar;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@NeedsChromium
@ExtendWith(ArquillianExtension.class)
class EverybodyCanUseTheConsoleTest {

  private static final String SWITCH = "getComputedStyle(document.getElementById('toggle-mode'))";

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive sample() {
    return VoiceWar.sample("accessible");
  }

  @Test
  void theFirstWordIsSpokenBecauseItsPlaceWasThereBefore() throws Exception {
    try (Chromium browser = Chromium.withoutMicrophone(Locale.ENGLISH)) {
      ConsolePage page = browser.open(Console.of(application));
      List<Map<String, Object>> before = page.accessible("log");
      page.connect().click("play-tones").awaitTranscript(Console.ALL_KEYS);

      assertEquals(1, before.size());
      assertEquals("Transcript", ConsolePage.value(before.get(0).get("name")));
      assertEquals(before.get(0).get("nodeId"), page.accessible("log").get(0).get("nodeId"));
    }
  }

  @Test
  void theTalkButtonHasItsWordsAndNoPressedStateBesides() throws Exception {
    try (Chromium browser = Chromium.withoutMicrophone(Locale.ENGLISH)) {
      ConsolePage page = browser.open(Console.of(application)).connect();
      Map<String, Object> talk =
          page.accessible("button").stream()
              .filter(each -> "Hold to talk".equals(ConsolePage.value(each.get("name"))))
              .findAny()
              .orElseThrow();

      assertFalse(String.valueOf(talk.get("properties")).contains("pressed"), talk.toString());
    }
  }

  @Test
  void theStateOfASwitchAndOfAChoiceShowsInTheUsersOwnColours() throws Exception {
    try (Chromium browser = Chromium.withoutMicrophone(Locale.ENGLISH)) {
      ConsolePage page = browser.openInForcedColors(Console.of(application));
      assertEquals(true, page.evaluate("matchMedia('(forced-colors: active)').matches"));
      // The browser's own: of what a page draws by gradients, nothing is left in these colours.
      assertEquals("auto", page.evaluate(SWITCH + ".appearance"));
      byte[] off = page.drawn("toggle-mode");
      String chosen = page.evaluate(chip("tones")).toString();
      page.toggleToTalk().evaluate("document.activeElement.blur() ?? true");

      assertFalse(Arrays.equals(off, page.drawn("toggle-mode")));
      assertFalse(chosen.equals(page.evaluate(chip("loopback"))), chosen);
    }
  }

  @Test
  void theStepsOfTheTimelineAreInTheLanguageOfThePage() throws Exception {
    try (Chromium browser = Chromium.withoutMicrophone(Locale.CHINESE)) {
      ConsolePage page = browser.open(Console.of(application)).connect();
      page.await("document.querySelector('#timeline [data-kind=step][data-name=ready]') !== null");
      String chinese = page.text("timeline");
      page.language("en");
      String english = page.text("timeline");

      assertTrue(chinese.contains("● 就绪") && chinese.contains("● 已打开"), chinese);
      assertFalse(chinese.contains("● ready"), chinese);
      assertTrue(english.contains("● ready") && english.contains("● open"), english);
    }
  }

  private static String chip(String engine) {
    return "getComputedStyle(document.querySelector('[data-engine="
        + engine
        + "]')).backgroundColor";
  }
}
