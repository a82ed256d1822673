package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.Applications;
import io.realtimevoice.it.deployment.VoiceWar;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class UndeployClosesWithGoingAwayTest {

  @ArquillianResource private Applications applications;

  @Deployment(name = "undeployed", managed = false, testable = false)
  static WebArchive application() {
    return VoiceWar.of("undeployed", ScriptedHandler.class);
  }

  @Test
  void anOpenConnectionSees1001() throws Exception {
    try (VoiceClient client = VoiceClient.connect(applications.deploy("undeployed").selfTest())) {
      client.awaitType("welcome");
      applications.undeploy("undeployed");
      assertEquals(1001, client.awaitClose().code());
    }
  }
}
