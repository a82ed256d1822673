package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.EveryLogLine;
import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.application.ShortDeadlines;
import io.realtimevoice.it.application.Witness;
import io.realtimevoice.it.application.WitnessEndpoint;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.Listening;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.ServerLog;
import io.realtimevoice.it.deployment.VoiceWar;
import java.net.URL;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** How far each welcome got stands in the server's own log, line by line. */
@ExtendWith(ArquillianExtension.class)
class DeliveryIsLoggedTest {

  private static final String NAME = "delivery-is-logged";

  private static final Pattern SENT = Pattern.compile("sent (\\d+) times");

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive impatient() {
    return VoiceWar.of(
        NAME,
        ScriptedHandler.class,
        ShortDeadlines.class,
        EveryLogLine.class,
        Witness.class,
        WitnessEndpoint.class);
  }

  /** The first one wakes up what a server does at its first connection only. */
  @BeforeEach
  void wakeUp() throws Exception {
    try (VoiceClient first = VoiceClient.connect(ChannelAddress.of(application).stream())) {
      first.awaitType("welcome");
    }
  }

  @Test
  void ofALateListener() throws Exception {
    try (Watched late = connect(Listening.after(Duration.ofMillis(700)))) {
      int attempt = late.client().awaitType("welcome").getInt("attempt");
      assertTrue(attempt >= 2, "the first one has come too early for it");
      late.client().send(Messages.start("works"));
      late.client().awaitType("ready");
      for (int i = 1; i <= attempt; i++) {
        late.logs("RV0201 ", "welcome: attempt " + i);
        late.logs("RV0202 ", "welcome: attempt " + i + " sent after");
      }
      late.logs("RV0203 ", "received by the client's WebSocket stack");
      Matcher sent = SENT.matcher(late.logs("RV0204 ", "acknowledged after"));
      assertTrue(sent.find() && Integer.parseInt(sent.group(1)) >= attempt, sent::toString);
    }
  }

  @Test
  void ofAClientThatReadsAndNeverAnswers() throws Exception {
    try (Watched silent = connect(Listening.always())) {
      silent.logs("RV0203 ", "received by the client's WebSocket stack");
      silent.logs("RV0205 ", "sent 5 times, got as far as RECEIVED");
      silent.client().send(Messages.start("works"));
      silent.logs("RV0207 ", "acknowledged only after");
    }
  }

  @Test
  void ofAClientThatNeverReads() throws Exception {
    try (Watched deaf = connect(Listening.never())) {
      deaf.logs("RV0202 ", "welcome: attempt 1 sent after");
      deaf.logs("RV0205 ", "got as far as SENT");
      assertTrue(deaf.log().lines().stream().noneMatch(deaf.has("RV0203 ")));
    }
  }

  @Test
  void ofAClientThatVanishes() throws Exception {
    try (Watched vanishing = connect(Listening.always())) {
      vanishing.logs("RV0203 ", "received by the client's WebSocket stack");
      vanishing.client().abort();
      vanishing.logs("RV0206 ", "the connection ended after", "got as far as RECEIVED");
    }
  }

  private Watched connect(Listening listening) throws Exception {
    ChannelAddress address = ChannelAddress.of(application);
    try (VoiceClient witness = VoiceClient.connect(address.endpoint(WitnessEndpoint.PATH))) {
      witness.awaitType("Count");
      VoiceClient client = VoiceClient.connect(address.stream(), listening);
      String connection = witness.awaitType("SessionStarted").getString("connectionId");
      return new Watched(client, connection, ServerLog.of(NAME));
    }
  }

  /** A client, and what the server logs of it. */
  private record Watched(VoiceClient client, String connection, ServerLog log)
      implements AutoCloseable {

    String logs(String id, String... words) throws Exception {
      String[] all = new String[words.length + 2];
      all[0] = id;
      all[1] = "[" + connection + "]";
      System.arraycopy(words, 0, all, 2, words.length);
      return log.await(all);
    }

    Predicate<String> has(String id) {
      return line -> line.contains(id) && line.contains(connection);
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
