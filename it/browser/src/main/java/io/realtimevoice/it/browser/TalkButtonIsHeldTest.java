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
import org.openqa.selenium.Keys;

@NeedsChromium
@ExtendWith(ArquillianExtension.class)
class TalkButtonIsHeldTest {

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive sample() {
    return VoiceWar.sample("held");
  }

  @Test
  void byThePointer() throws Exception {
    try (Chromium browser = Chromium.withMicrophone(Console.tones(Console.ALL_KEYS))) {
      ConsolePage page = browser.open(Console.of(application)).connect();
      page.hold("talk").awaitTalk("talking");
      assertEquals("Release to stop", page.text("talk"));
      page.awaitTranscript(Console.ALL_KEYS).release().awaitTalk("idle");

      assertEquals("Hold to talk", page.text("talk"));
      assertEquals(Console.ALL_KEYS, page.text("transcript-final"));
    }
  }

  @Test
  void byTheSpaceKeyWhereverItMeansNothingElse() throws Exception {
    try (Chromium browser = Chromium.withMicrophone(Console.tones(Console.ALL_KEYS))) {
      ConsolePage page = browser.open(Console.of(application)).connect();
      page.evaluate("document.activeElement.blur() ?? true");
      page.hold(Keys.SPACE).awaitTalk("talking").awaitTranscript(Console.ALL_KEYS);
      page.release(Keys.SPACE).awaitTalk("idle");

      assertEquals(Console.ALL_KEYS, page.text("transcript-final"));
    }
  }

  @Test
  void aSpaceInAFieldIsASpace() throws Exception {
    try (Chromium browser = Chromium.withMicrophone(Console.manyTones())) {
      ConsolePage page = browser.open(Console.of(application)).connect();
      page.press("tones-text", Keys.SPACE).press("tones-text", Keys.SPACE);

      assertTrue(
          page.evaluate("document.getElementById('tones-text').value").toString().endsWith("  "));
      assertEquals("idle", page.attribute("talk", "data-phase"));
    }
  }

  @Test
  void whoLooksElsewhereDoesNotHoldIt() throws Exception {
    try (Chromium browser = Chromium.withMicrophone(Console.manyTones())) {
      ConsolePage page = browser.open(Console.of(application)).connect();
      page.hold("talk").awaitTalk("talking");
      browser.lookElsewhere();
      browser.lookBack();
      page.awaitTalk("idle");

      assertTrue(page.text("timeline").contains("stopped"), page.text("timeline"));
      page.release();
    }
  }

  @Test
  void norDoesWhoMovesTheFocusAway() throws Exception {
    try (Chromium browser = Chromium.withMicrophone(Console.manyTones())) {
      ConsolePage page = browser.open(Console.of(application)).connect();
      page.evaluate("document.getElementById('talk').focus() ?? true");
      page.hold(Keys.SPACE).awaitTalk("talking");
      page.hold(Keys.TAB).awaitTalk("idle");

      assertEquals("toggle-mode", page.evaluate("document.activeElement.id"));
      page.release(Keys.TAB).release(Keys.SPACE);
    }
  }

  @Test
  void withoutAConnectionItSaysSoAndDoesNothing() throws Exception {
    try (Chromium browser = Chromium.withoutMicrophone(Locale.CHINESE)) {
      ConsolePage page = browser.open(Console.of(application));
      page.hold("talk").release();

      assertEquals("请先连接", page.text("talk"));
      assertEquals("disconnected", page.attribute("talk", "data-phase"));
    }
  }
}
