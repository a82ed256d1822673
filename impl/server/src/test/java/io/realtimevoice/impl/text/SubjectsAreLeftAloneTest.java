package io.realtimevoice.impl.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.protocol.ErrorCode;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application says in a refusal is text, not a pattern. */
class SubjectsAreLeftAloneTest {

  @ParameterizedTest
  @ValueSource(strings = {"{0}", "{1", "}", "isn't", "''", "{0,number}", "%s $1 \\", "今天已用完", ""})
  void whateverTheyHold(String subject) {
    assertEquals(
        "The speech service has refused: " + subject,
        Texts.in(Locale.ENGLISH).error(ErrorCode.STREAM_REFUSED, subject));
    assertEquals(
        "语音服务拒绝了请求：" + subject, Texts.in(Locale.CHINESE).error(ErrorCode.STREAM_REFUSED, subject));
  }
}
