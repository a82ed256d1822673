package io.realtimevoice.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.it.application.EveryLogLine;
import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.ServerLog;
import io.realtimevoice.it.deployment.VoiceWar;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Secrets in all that a client can send: none of them is in the server's log, at any level. */
@ExtendWith(ArquillianExtension.class)
class SecretsStayOutOfTheLogTest {

  private static final String NAME = "secrets";
  private static final String SECRET = "s3cr3t";
  private static final String OPERATOR = SECRET + "-of-the-operator";

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive application() {
    return VoiceWar.withSettings(
        VoiceWar.of(NAME, ScriptedHandler.class, EveryLogLine.class),
        "diagnostics",
        "on",
        "diagnostics-token",
        OPERATOR);
  }

  @Test
  void whereverTheyWerePlanted() throws Exception {
    ServerLog log = ServerLog.of(NAME);
    String resumeToken;
    try (VoiceClient client = connect()) {
      client.sendText("{\"type\":\"hello\",\"version\":1,\"nonce\":\"" + SECRET + "-nonce\"}");
      JsonObject welcome = client.awaitType("welcome");
      resumeToken = welcome.getString("resumeToken");
      client.sendText("no JSON " + SECRET);
      client.sendText("{\"type\":\"" + SECRET + " type\"}");
      client.sendText("{\"type\":\"hello\",\"locale\":\"" + SECRET + "-locale\"}");
      client.sendText(
          "{\"type\":\"report\",\"verdict\":\"HIGH "
              + SECRET
              + "\",\"confidence\":\""
              + SECRET
              + "\",\"timeline\":[{\"at\":1,\"event\":\""
              + SECRET
              + "\"}]}");
      client.send(start("audio-is-final"));
      client.awaitType("ready");
      client.sendBinary(SECRET.getBytes(UTF_8));
      client.send(Messages.audio((SECRET + "-audio-").getBytes(UTF_8)));
      client.sendText(Messages.STOP);
      String connection = client.awaitType("stopped").getString("logId");
      client.close(1000, SECRET + "-reason");
      client.awaitClose();
      log.await("RV0102 ", "[" + connection + "]");
    }
    fails("audio-throws");
    refused(log);

    List<String> leaks =
        log.lines().stream()
            .filter(
                line ->
                    line.toLowerCase(Locale.ROOT).contains(SECRET) || line.contains(resumeToken))
            .toList();
    assertEquals(List.of(), leaks);
  }

  /** A stack trace goes to the log. */
  private void fails(String script) throws Exception {
    try (VoiceClient client = connect()) {
      client.send(start(script));
      client.awaitType("ready");
      client.sendBinary(SECRET.getBytes(UTF_8));
      assertEquals(1011, client.awaitClose().code());
    }
  }

  private void refused(ServerLog log) throws Exception {
    try (VoiceClient client = connect()) {
      client.awaitType("welcome");
      client.send(Messages.resume(SECRET + "-session", SECRET + "-resume", 0));
      assertEquals(4410, client.awaitClose().code());
      log.await("RV0307 ", "no such session");
    }
  }

  private static JsonObject start(String script) {
    return Json.createObjectBuilder(Messages.start(script))
        .add("userId", SECRET + "-user")
        .add("token", SECRET + "-token")
        .add("own", SECRET + "-field")
        .build();
  }

  private VoiceClient connect() throws Exception {
    return VoiceClient.connect(
        URI.create(
            ChannelAddress.of(application).stream()
                + "?token="
                + SECRET
                + "-query&"
                + SECRET
                + "=1"),
        "Authorization",
        "Bearer " + SECRET + "-header",
        "Cookie",
        "JSESSIONID=" + SECRET + "-cookie",
        "User-Agent",
        "Mozilla/5.0 " + SECRET + "-agent",
        "X-Forwarded-For",
        SECRET + "-forwarded",
        "X-Api-Key",
        SECRET + "-key");
  }
}
