package io.realtimevoice.impl.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.protocol.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnknownTypesAreRefusedTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"welcome", "Start", "resumed", "a.b:c-d_1", "1234567890123456789012345678901x"})
  void byTheirName(String type) {
    Json.assertRefused(ErrorCode.UNKNOWN_TYPE, type, "{\"type\":\"" + type + "\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "start ",
        "开始",
        "a\\nb",
        "a\\n",
        "<script>",
        "{0}",
        "12345678901234567890123456789012x"
      })
  void withoutTheirNameIfItIsNotFitForALog(String type) {
    Json.assertRefused(ErrorCode.UNKNOWN_TYPE, "?", "{\"type\":\"" + type + "\"}");
  }

  @Test
  void withAMessageThatSaysNoMoreThanTheSubject() {
    assertEquals("UNKNOWN_TYPE: dance", Json.refused("{\"type\":\"dance\"}").getMessage());
  }
}
