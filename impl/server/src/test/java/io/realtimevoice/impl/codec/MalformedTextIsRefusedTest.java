package io.realtimevoice.impl.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MalformedTextIsRefusedTest {

  private static final String STOP = "{\"type\":\"stop\"}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "null",
        "true",
        "7",
        "\"stop\"",
        "[]",
        "[" + STOP + "]",
        "{",
        "}",
        "{]",
        "{\"type\":\"stop\"",
        "{\"type\":\"stop\",}",
        "{\"type\" \"stop\"}",
        "{type:\"stop\"}",
        "{'type':'stop'}",
        "{\"type\":stop}",
        "{\"type\":\"stop}",
        "{\"type\":\"st\\op\"}",
        "{\"type\":\"st\\u00zz\"}",
        "{\"type\":\"stop\",\"a\":01}",
        "{\"type\":\"stop\",\"a\":NaN}",
        "{\"type\":\"stop\",\"a\":.5}",
        "{\"type\":\"stop\",\"a\":\"\n\"}",
        "// stop\n" + STOP,
        "\uFEFF" + STOP,
        "\u0000",
        STOP + " x",
        STOP + STOP,
        STOP + ",",
        STOP + "]"
      })
  void asJson(String text) {
    Json.assertRefused(ErrorCode.MALFORMED, "JSON", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"Type\":\"stop\"}", "{\"data\":\"AAA=\"}"})
  void withoutAType(String text) {
    Json.assertRefused(ErrorCode.MALFORMED, "type", text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void nestedTooDeep(String opening) {
    Json.assertRefused(
        ErrorCode.MALFORMED, "JSON", "{\"type\":\"start\",\"a\":" + opening.repeat(100_000));
  }

  @Test
  void nestedTooDeepAndClosedAgain() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);

    Json.assertRefused(ErrorCode.MALFORMED, "JSON", "{\"type\":\"stop\",\"a\":" + deep + "}");
  }

  @Test
  void butWhiteSpaceAroundIsNothing() throws BadMessageException {
    assertEquals(new ClientMessage.Stop(), Json.CODEC.decode(" \r\n\t" + STOP + " \r\n\t"));
  }

  @Test
  void andOfDuplicateFieldsTheLastCounts() throws BadMessageException {
    assertEquals(
        new ClientMessage.Stop(), Json.CODEC.decode("{\"type\":\"start\",\"type\":\"stop\"}"));
    assertEquals("b", Json.start("\"userId\":\"a\",\"userId\":\"b\"").userId());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uD83D", "\uDE00", "\\ud83d", "\\ude00", "\\ud83d\\ud83d"})
  void andHalfACharacterIsNoReasonToFail(String half) throws BadMessageException {
    String kept = Json.start("\"userId\":\"" + half + "\"").userId();

    assertEquals(half.startsWith("\\") ? half.length() / 6 : 1, kept.length());
  }
}
