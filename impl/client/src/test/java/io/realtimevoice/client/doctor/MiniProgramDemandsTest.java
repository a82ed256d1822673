package io.realtimevoice.client.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.realtimevoice.diagnosis.Verdict;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MiniProgramDemandsTest {

  @ParameterizedTest
  @CsvSource({
    "wss://voice.example.com/x, socket合法域名: wss://voice.example.com",
    "wss://Voice.example.com:443/x, socket合法域名: wss://voice.example.com",
    "wss://voice.example.com:8443/x, socket合法域名: wss://voice.example.com:8443",
  })
  void areMetByADomainWhichIsToBeListed(String url, String entry) {
    StepResult result = MiniProgramStep.run(Target.of(url).orElseThrow());

    assertNull(result.finding());
    assertEquals(entry, result.facts().get("allow"));
  }

  @ParameterizedTest
  @CsvSource({
    "ws://voice.example.com/x, NOT_WSS",
    "wss://192.0.2.1/x, DOMAIN_NOT_ALLOWED",
    "wss://[2001:db8::1]/x, DOMAIN_NOT_ALLOWED",
    "wss://localhost/x, DOMAIN_NOT_ALLOWED",
    "wss://intranet/x, DOMAIN_NOT_ALLOWED",
  })
  void areNotMetByAnythingElse(String url, Verdict verdict) {
    StepResult result = MiniProgramStep.run(Target.of(url).orElseThrow());

    assertNotNull(result.finding());
    assertEquals(verdict, result.finding().verdict());
  }

  @Test
  void areAboutTheVersionOfTlsToo() {
    assertNull(MiniProgramStep.tls(Map.of("protocol", "TLSv1.2")));
    assertNotNull(MiniProgramStep.tls(Map.of("protocol", "TLSv1.1")));
  }
}
