package io.realtimevoice.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.OpenDiagnostics;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@NeedsChromium
@ExtendWith(ArquillianExtension.class)
class SupportBundleIsSavedTest {

  private static final String FILE = "realtime-voice-support.json";
  private static final String TOKEN = "planted-token";
  private static final String USER = "planted-user";
  private static final String QUERY = "planted-query";
  private static final String KEYS = "19283";

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive diagnosed() {
    return VoiceWar.sample("supported", OpenDiagnostics.class);
  }

  @Test
  void withAllThatASupporterAsksForAndNothingSecret() throws Exception {
    try (Chromium browser = Chromium.withoutMicrophone(Locale.ENGLISH)) {
      String address = ChannelAddress.of(application).stream().toString();
      ConsolePage page = browser.open(Console.of(application)).signIn(USER, TOKEN);
      page.connectTo(address + "?access=" + QUERY).await(ConsolePage.state("READY"));
      page.enter("tones-text", KEYS).click("play-tones").awaitTranscript(KEYS).awaitTalk("idle");
      page.check("HEALTHY");
      String text = browser.download(FILE, () -> page.click("bundle"));
      JsonObject bundle = Json.createReader(new StringReader(text)).readObject();

      for (String secret : List.of(TOKEN, USER, QUERY, KEYS)) {
        assertFalse(text.contains(secret), secret);
      }
      assertEquals(address, bundle.getJsonObject("connection").getString("url"));
      assertEquals(1, bundle.getJsonObject("client").getInt("protocol"));
      assertTrue(bundle.getJsonObject("client").getString("version").matches("[0-9.]+"), text);
      assertTrue(bundle.getJsonObject("browser").getString("userAgent").contains("Chrome"), text);
      assertEquals("HEALTHY", finding(bundle));
      List<String> events = events(bundle);
      assertEquals(List.of("connecting", "open", "hello"), events.subList(0, 3));
      assertTrue(events.containsAll(List.of("welcome", "ready", "started", "stopped")), text);
      // Of the connection, and of the one that the check has made.
      String used = bundle.getJsonObject("record").getString("connectionId");
      String made = bundle.getJsonObject("check").getJsonObject("record").getString("connectionId");
      assertFalse(used.isEmpty() || made.isEmpty() || used.equals(made), text);
    }
  }

  @Test
  void whenNothingHasHappenedYet() throws Exception {
    try (Chromium browser = Chromium.withoutMicrophone(Locale.CHINESE)) {
      ConsolePage page = browser.open(Console.of(application));
      String text = browser.download(FILE, () -> page.click("bundle"));
      JsonObject bundle = Json.createReader(new StringReader(text)).readObject();

      assertEquals(List.of(), events(bundle));
      assertEquals(JsonValue.NULL, bundle.get("check"));
    }
  }

  private static String finding(JsonObject bundle) {
    return bundle.getJsonObject("check").getJsonObject("finding").getString("verdict");
  }

  private static List<String> events(JsonObject bundle) {
    return bundle.getJsonObject("connection").getJsonArray("timeline").stream()
        .map(entry -> entry.asJsonObject().getString("event"))
        .toList();
  }
}
