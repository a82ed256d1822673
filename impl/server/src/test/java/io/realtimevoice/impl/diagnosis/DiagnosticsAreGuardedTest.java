package io.realtimevoice.impl.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.config.Setting;
import io.realtimevoice.impl.config.Settings;
import io.realtimevoice.impl.config.SettingsFixture;
import io.realtimevoice.impl.diagnosis.Diagnostics.Answer;
import io.realtimevoice.impl.diagnosis.Diagnostics.Request;
import jakarta.json.bind.JsonbBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticsAreGuardedTest {

  private static final String TOKEN = "0123456789abcdef";

  private final FlightFixture connection = new FlightFixture();

  @ParameterizedTest
  @ValueSource(strings = {"connections/c", "summary", "bundle/c"})
  void forTheHolderOfTheToken(String page) throws IOException {
    Answer answer = ask(page, "Bearer " + TOKEN, false, Set.of());

    assertEquals(200, answer.status());
    assertFalse(answer.headers().containsKey("Access-Control-Allow-Origin"));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", "Bearer", "Bearer ", "Bearer 0123456789abcdeF", "Basic " + TOKEN, TOKEN})
  void againstAnybodyElse(String authorization) throws IOException {
    Answer answer = ask("summary", authorization, false, Set.of());

    assertEquals(401, answer.status());
    assertEquals("Bearer", answer.headers().get("WWW-Authenticate"));
    assertEquals("{}", answer.body());
  }

  @Test
  void forWhoIsInTheRole() throws IOException {
    assertEquals(200, ask("summary", null, true, Set.of("support")).status());
    assertEquals(403, ask("summary", null, true, Set.of("user")).status());
  }

  @Test
  void byNothingIfNeitherIsSet() throws IOException {
    Diagnostics open = diagnostics(new SettingsFixture().with(Setting.DIAGNOSTICS, "on").read());

    assertEquals(401, open.answer(get("summary", "Bearer ", true, Set.of("support"))).status());
  }

  @Test
  void andDoNotTellWhatIsNotThere() throws IOException {
    assertEquals(404, ask("connections/none", "Bearer " + TOKEN, false, Set.of()).status());
    assertEquals(404, ask("bundle/", "Bearer " + TOKEN, false, Set.of()).status());
    assertEquals(404, ask("none", "Bearer " + TOKEN, false, Set.of()).status());
    assertEquals(404, ask("", "Bearer " + TOKEN, false, Set.of()).status());
  }

  @Test
  void andTakeNotTooManyReports() throws IOException {
    Diagnostics diagnostics = diagnostics(settings());
    int taken = 0;
    Answer answer = report(diagnostics);
    while (answer.status() == 204) {
      taken++;
      answer = report(diagnostics);
    }
    assertEquals(429, answer.status());
    assertEquals(50, taken);

    connection.at(1_000);
    assertEquals(204, report(diagnostics).status());
  }

  @Test
  void andShowNeitherTokenNorNonce() throws IOException {
    connection.hello(20, "nonce-of-the-client");
    String bundle = ask("bundle/c", "Bearer " + TOKEN, false, Set.of()).body();

    assertTrue(bundle.contains("\"realtime-voice.diagnostics-token\":\"(not shown)\""), bundle);
    assertFalse(bundle.contains(TOKEN), bundle);
    assertFalse(bundle.contains("nonce-of-the-client"), bundle);
  }

  private Answer ask(String page, String authorization, boolean signedIn, Set<String> roles)
      throws IOException {
    return diagnostics(settings()).answer(get(page, authorization, signedIn, roles));
  }

  private static Answer report(Diagnostics diagnostics) throws IOException {
    InputStream body =
        new ByteArrayInputStream("{\"type\":\"report\"}".getBytes(StandardCharsets.UTF_8));
    return diagnostics.answer(new Request("POST", "/report", null, false, role -> false, body));
  }

  private static Request get(
      String page, String authorization, boolean signedIn, Set<String> roles) {
    return new Request(
        "GET", "/" + page, authorization, signedIn, roles::contains, InputStream.nullInputStream());
  }

  private static Settings settings() {
    return new SettingsFixture()
        .with(Setting.DIAGNOSTICS, "on")
        .with(Setting.DIAGNOSTICS_TOKEN, TOKEN)
        .with(Setting.DIAGNOSTICS_ROLE, "support")
        .read();
  }

  private Diagnostics diagnostics(Settings settings) {
    FlightRecorder recorder = connection.recorder;
    return new Diagnostics(
        settings.diagnostics(),
        recorder,
        new JsonbCodec(JsonbBuilder.create()),
        new Bundles(recorder, settings.shown(), "a container", () -> FlightFixture.DAY),
        () -> FlightFixture.DAY,
        connection::nanoTime);
  }
}
