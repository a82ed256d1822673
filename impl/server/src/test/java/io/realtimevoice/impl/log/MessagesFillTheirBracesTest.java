package io.realtimevoice.impl.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MessagesFillTheirBracesTest {

  private static final int MORE_THAN_ANY = 9;

  private final LogCapture log = new LogCapture();

  @AfterEach
  void close() {
    log.close();
  }

  @ParameterizedTest
  @EnumSource
  void withoutAGapAndWithoutALostApostrophe(Message message) {
    message.log(IntStream.range(0, MORE_THAN_ANY).mapToObj(i -> "<" + i + ">").toArray());
    String line = log.lines(message).get(0);
    int used = 0;
    while (line.contains("<" + used + ">")) {
      used++;
    }

    // Between single apostrophes, MessageFormat leaves braces as they are; alone it drops them.
    assertFalse(line.contains("{") || line.contains("}"), line);
    assertFalse(line.contains("''"), line);
    assertFalse(line.matches(".*\\b(client|application|channel)s\\b.*"), line);
    assertEquals(used, line.chars().filter(c -> c == '<').count(), line);
  }

  @ParameterizedTest
  @EnumSource
  void beginningWithTheConnectionWhereThereIsOne(Message message) {
    message.log(IntStream.range(0, MORE_THAN_ANY).mapToObj(i -> "<" + i + ">").toArray());
    boolean ofConnection = message.id().compareTo("RV0100") >= 0;

    assertEquals(ofConnection, log.lines(message).get(0).startsWith(message.id() + " [<0>] "));
  }

  @Test
  void withNumbersAsTheyAre() {
    Message.WELCOME_SENT.log("c-1", 2, 1_234_567L);

    assertEquals("RV0202 [c-1] welcome: attempt 2 sent after 1234567 ms", log.lines().get(0));
  }

  @Test
  void withBracesAndApostrophesOfOthersLeftAlone() {
    Message.REFUSED.log("c-1", "{0} isn't {1");

    assertEquals("RV0107 [c-1] refused: {0} isn't {1", log.lines().get(0));
  }

  @Test
  void withTheCauseBesideTheLine() {
    Exception cause = new Exception("secret");
    Message.HANDLER_FAILED.log(cause, "c-1", "open");

    assertEquals("RV0401 [c-1] the application's open has failed", log.lines().get(0));
    assertSame(cause, log.causes(Message.HANDLER_FAILED).get(0));
    assertTrue(log.lines().size() == 1);
  }
}
