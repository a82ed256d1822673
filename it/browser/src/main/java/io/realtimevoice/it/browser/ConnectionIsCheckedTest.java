package io.realtimevoice.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.OpenDiagnostics;
import io.realtimevoice.it.deployment.VoiceWar;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@NeedsChromium
@ExtendWith(ArquillianExtension.class)
class ConnectionIsCheckedTest {

  private static final List<String> STEPS =
      List.of("ping", "open", "welcome", "ready", "record", "echo");

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive diagnosed() {
    return VoiceWar.sample("checked", OpenDiagnostics.class);
  }

  @Test
  void aServerThatIsWellIsHealthyInEachStep() throws Exception {
    try (Chromium browser = Chromium.withoutMicrophone(Locale.ENGLISH)) {
      ConsolePage page = browser.open(Console.of(application));
      page.check("HEALTHY");

      assertEquals(STEPS.stream().map(step -> step + " ok").toList(), steps(page));
      assertTrue(page.text("check-steps").contains("helloSeen=true welcomeSent=true"));
      assertTrue(page.text("check-steps").contains("20 of 20 back"), page.text("check-steps"));
      assertEquals("CLOSED", page.attribute("state", "data-state"));
    }
  }

  @Test
  void aCheckOfTheConnectionInUseLeavesItAlone() throws Exception {
    try (Chromium browser = Chromium.withoutMicrophone(Locale.CHINESE)) {
      ConsolePage page = browser.open(Console.of(application)).connect();
      page.check("HEALTHY");

      assertEquals("READY", page.attribute("state", "data-state"));
      page.click("play-tones").awaitTranscript(Console.ALL_KEYS);
    }
  }

  @Test
  void aServerThatSaysNothingIsFoundSilent() throws Exception {
    try (SilentServer server = new SilentServer();
        Chromium browser =
            Chromium.withoutMicrophone(Locale.ENGLISH).expecting(server.cannotBeAsked())) {
      ConsolePage page = browser.open(Console.of(application)).enter("url", server.url());
      page.check("SERVER_SILENT");

      assertEquals(List.of("open ok", "welcome failed"), steps(page).subList(1, 3));
      assertEquals(3, steps(page).size());
      assertTrue(page.text("check-title").contains("says nothing"), page.text("check-title"));
    }
  }

  @Test
  void anAddressThatIsNoneIsNamedWithoutAConnection() throws Exception {
    try (Chromium browser = Chromium.withoutMicrophone(Locale.ENGLISH)) {
      ConsolePage page = browser.open(Console.of(application)).enter("url", "http://nowhere");
      page.check("BAD_URL");

      assertEquals(List.of("open failed"), steps(page));
    }
  }

  /** The steps with their outcomes, as they are marked in the page whatever its language. */
  private static List<String> steps(ConsolePage page) {
    Object joined =
        page.evaluate(
            "[...document.querySelectorAll('#check-steps > li')]"
                + ".map(each => each.dataset.step + ' ' + each.dataset.outcome).join()");
    return Stream.of(joined.toString().split(",")).toList();
  }
}
