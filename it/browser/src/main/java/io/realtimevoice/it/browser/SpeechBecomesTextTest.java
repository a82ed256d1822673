package io.realtimevoice.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.it.deployment.VoiceWar;
import java.net.URL;
import java.nio.file.Path;
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
class SpeechBecomesTextTest {

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive sample() {
    return VoiceWar.sample("console");
  }

  @Test
  void fromTheMicrophone() throws Exception {
    try (Chromium browser = Chromium.withMicrophone(Console.tones(Console.ALL_KEYS))) {
      ConsolePage page = browser.open(Console.of(application)).connect().toggleToTalk();
      page.click("talk").awaitTranscript(Console.ALL_KEYS).click("talk");
      page.awaitTalk("idle");

      assertEquals(Console.ALL_KEYS, page.text("transcript-final"));
      page.picture(Path.of("target", "screenshots", "transcript.png"));
    }
  }

  @Test
  void fromTestTonesWithoutAMicrophoneByKeyboardAlone() throws Exception {
    try (Chromium browser = Chromium.withoutMicrophone(Locale.CHINESE)) {
      ConsolePage page = browser.open(Console.of(application), 360, 740);
      page.press("connect", Keys.ENTER).await(ConsolePage.state("READY"));
      page.press("play-tones", Keys.ENTER).awaitTranscript(Console.ALL_KEYS);

      assertEquals("zh", page.evaluate("document.documentElement.lang"));
      page.picture(Path.of("target", "screenshots", "phone.png"));
    }
  }
}
