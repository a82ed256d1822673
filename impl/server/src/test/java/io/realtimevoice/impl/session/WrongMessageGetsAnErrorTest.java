package io.realtimevoice.impl.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WrongMessageGetsAnErrorTest {

  private final ConversationFixture fixture = new ConversationFixture();

  @ParameterizedTest
  @MethodSource("wrongMessages")
  void andTheStreamGoesOnAsIfItHadNeverCome(String message, String code) {
    fixture.saysType("start").says(message);
    assertEquals(List.of("ready", "error " + code), fixture.answers());
    assertTrue(fixture.line.connection.isOpen());

    fixture.plays(1, 2).saysType("stop");
    assertEquals(List.of("stopped"), fixture.answers());
    assertEquals(
        List.of("open", "audio 0102", "end", "close COMPLETED"), fixture.application.calls());
  }

  @ParameterizedTest
  @MethodSource("wrongMessages")
  void withAndWithoutAStream(String message, String code) {
    fixture.says(message);

    assertEquals(List.of("error " + code), fixture.answers());
  }

  @ParameterizedTest
  @MethodSource("wrongMessages")
  void thatIsNoEchoOfTheMessageAndNotFatal(String message, String code) {
    fixture.says(message);

    var error = fixture.messages().get(0);
    assertFalse(error.getBoolean("fatal"));
    assertFalse(error.getString("message").isBlank());
    assertFalse(message.length() > 8 && error.getString("message").contains(message));
  }

  static Stream<Arguments> wrongMessages() {
    return Stream.of(
        wrong("", "MALFORMED"),
        wrong("{", "MALFORMED"),
        wrong("{\"type\":\"start\"", "MALFORMED"),
        wrong("hello there", "MALFORMED"),
        wrong("null", "MALFORMED"),
        wrong("[]", "MALFORMED"),
        wrong("42", "MALFORMED"),
        wrong("\"start\"", "MALFORMED"),
        wrong("{}", "MALFORMED"),
        wrong("{\"type\":null}", "MALFORMED"),
        wrong("{\"type\":7}", "BAD_FIELD"),
        wrong("{\"type\":{}}", "BAD_FIELD"),
        wrong("[".repeat(900), "MALFORMED"),
        wrong("{\"a\":".repeat(180), "MALFORMED"),
        wrong("{\"type\":\"\"}", "UNKNOWN_TYPE"),
        wrong("{\"type\":\"START\"}", "UNKNOWN_TYPE"),
        wrong("{\"type\":\"<script>\"}", "UNKNOWN_TYPE"),
        wrong("{\"type\":\"start\",\"voiceFormat\":3}", "UNSUPPORTED_FORMAT"),
        wrong("{\"type\":\"start\",\"voiceFormat\":\"pcm\"}", "BAD_FIELD"),
        wrong("{\"type\":\"start\",\"needvad\":\"yes\"}", "BAD_FIELD"),
        wrong("{\"type\":\"start\",\"needvad\":1.5}", "BAD_FIELD"),
        wrong("{\"type\":\"start\",\"userId\":[]}", "BAD_FIELD"),
        wrong("{\"type\":\"start\",\"engineType\":\"../../etc\"}", "BAD_FIELD"),
        wrong("{\"type\":\"audio\",\"data\":\"%%%%\"}", "BAD_AUDIO"),
        wrong("{\"type\":\"audio\",\"data\":\"AQI\\u0000\"}", "BAD_AUDIO"),
        wrong("{\"type\":\"audio\",\"data\":\"A\"}", "BAD_AUDIO"),
        wrong("{\"type\":\"audio\",\"data\":17}", "BAD_FIELD"),
        wrong("{\"type\":\"audio\",\"isEnd\":\"perhaps\"}", "BAD_FIELD"),
        wrong("{\"type\":\"hello\",\"version\":\"one\"}", "BAD_FIELD"),
        wrong("{\"type\":\"hello\",\"locale\":\"not a locale\"}", "BAD_FIELD"));
  }

  private static Arguments wrong(String message, String code) {
    return Arguments.of(message, code);
  }
}
