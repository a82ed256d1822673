package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.Gateway;
import io.realtimevoice.it.deployment.Applications;
import io.realtimevoice.it.deployment.ServerLog;
import io.realtimevoice.it.deployment.VoiceWar;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** After the deployment the application goes to itself, through a gateway as its clients do. */
@ExtendWith(ArquillianExtension.class)
class ApplicationChecksItsPublicUrlTest {

  private static final String GOOD = "public-url-good";
  private static final String BAD = "public-url-bad";

  @ArquillianResource private Applications applications;

  @Deployment(name = GOOD, managed = false, testable = false)
  static WebArchive withTheRightUrl() {
    return withPublicUrl(GOOD, "/" + GOOD);
  }

  @Deployment(name = BAD, managed = false, testable = false)
  static WebArchive withAWrongPath() {
    return withPublicUrl(BAD, "/" + BAD + "/of-another-time");
  }

  @Test
  void andSaysThatItIsReached() throws Exception {
    assertTrue(checked(GOOD, "RV0032 ").contains(" works: welcome after "));
  }

  @Test
  void andSaysWhyItIsNot() throws Exception {
    String line = checked(BAD, "RV0033 ");
    assertTrue(line.contains("NOT_FOUND (HTTP 404)"), line);
  }

  private String checked(String name, String id) throws Exception {
    ChannelAddress address = applications.deploy(name);
    try {
      Gateway.SHARED.leadTo(address.port());
      return ServerLog.of(name).await(id, "/" + name);
    } finally {
      applications.undeploy(name);
    }
  }

  private static WebArchive withPublicUrl(String name, String path) {
    return VoiceWar.withSettings(
        VoiceWar.of(name, ScriptedHandler.class),
        "public-url",
        "ws://127.0.0.1:" + Gateway.SHARED.port() + path);
  }
}
