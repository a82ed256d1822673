package io.realtimevoice.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.it.application.ScriptedHandler;
import io.realtimevoice.it.client.ChannelAddress;
import io.realtimevoice.it.client.VoiceClient;
import io.realtimevoice.it.deployment.VoiceWar;
import java.net.URL;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class SelfTestEndpointAnswersTest {

  @ArquillianResource private URL application;

  @Deployment(testable = false)
  static WebArchive application() {
    return VoiceWar.of("self-test", ScriptedHandler.class);
  }

  @Test
  void textComesBackAsEcho() throws Exception {
    try (VoiceClient client = VoiceClient.connect(ChannelAddress.of(application).selfTest())) {
      client.awaitType("welcome");
      client.sendText("语音 🎤");
      assertEquals("语音 🎤", client.awaitType("echo").getString("original"));
    }
  }

  @Test
  void binaryComesBackUnchanged() throws Exception {
    byte[] audio = {0, 1, -1, Byte.MIN_VALUE, Byte.MAX_VALUE};
    try (VoiceClient client = VoiceClient.connect(ChannelAddress.of(application).selfTest())) {
      client.awaitType("welcome");
      client.sendBinary(audio);
      assertArrayEquals(audio, client.awaitBinary());
    }
  }
}
