package io.realtimevoice.impl.log;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Operators search for these numbers, and alert on these levels. */
class MessagesHaveStableNumbersTest {

  private static final Pattern LITERAL = Pattern.compile("\"(RV\\d{4})\\b");

  private static final String GOLDEN =
      """
      RV0001 INFO STARTED
      RV0002 INFO STOPPING
      RV0003 DEBUG OWN_THREADS
      RV0004 ERROR TASK_FAILED
      RV0005 WARNING OBSERVER_FAILED
      RV0006 WARNING TASK_REJECTED
      RV0007 WARNING LAST_WORDS_LOST
      RV0008 INFO DRAINING
      RV0009 INFO DRAINED
      RV0014 WARNING EVENTS_LEFT_OUT
      RV0031 DEBUG NO_FLIGHT_RECORDER
      RV0032 INFO PATH_WORKS
      RV0033 WARNING PATH_FAILS
      RV0034 WARNING STORE_FAILED
      RV0101 INFO OPENED
      RV0102 INFO CLOSED
      RV0103 WARNING BROKEN
      RV0104 WARNING SEND_RETRIED
      RV0105 DEBUG AUDIO_DROPPED
      RV0106 INFO TRANSPORT_ERROR
      RV0107 WARNING REFUSED
      RV0201 DEBUG WELCOME_ATTEMPTED
      RV0202 DEBUG WELCOME_SENT
      RV0203 DEBUG WELCOME_RECEIVED
      RV0204 INFO WELCOME_ACKNOWLEDGED
      RV0205 WARNING WELCOME_FAILED
      RV0206 INFO WELCOME_CUT
      RV0207 INFO WELCOME_LATE
      RV0208 WARNING WELCOME_TEXT_FAILED
      RV0301 INFO STREAM_STARTED
      RV0302 INFO STREAM_STOPPED
      RV0303 INFO SESSION_ENDED
      RV0304 INFO CLIENT_ERROR
      RV0305 INFO DETACHED
      RV0306 INFO RESUMED
      RV0307 WARNING RESUME_REFUSED
      RV0308 WARNING REPLAY_DROPPED
      RV0309 WARNING SLOW_DOWN
      RV0310 INFO CLIENT_REPORT
      RV0311 DEBUG GO_AWAY
      RV0312 WARNING NO_LONGER_AWAITED
      RV0401 ERROR HANDLER_FAILED
      RV0402 ERROR HANDLER_TIMEOUT
      RV0403 WARNING CLOSE_FAILED
      RV0501 DEBUG STEP
      RV0503 WARNING STEP_FAILED
      RV0504 WARNING STATE_RETRIED
      RV0505 WARNING STATE_GIVEN_UP
      RV0506 ERROR OPEN_FAILED
      RV0507 DEBUG NO_PONG
      """;

  @Test
  void eachItsOwn() {
    assertEquals(
        GOLDEN,
        Arrays.stream(Message.values())
            .map(message -> message.id() + " " + message.level() + " " + message + "\n")
            .sorted()
            .collect(joining()));
  }

  /** Deployments that fail have numbers of the same kind, each in the code that throws. */
  @Test
  void andNoneStandsForTwoThings() throws IOException {
    List<String> numbers = new ArrayList<>();
    Arrays.stream(Message.values()).map(Message::id).forEach(numbers::add);
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
        Matcher found = LITERAL.matcher(Files.readString(file));
        while (found.find()) {
          numbers.add(found.group(1));
        }
      }
    }

    assertTrue(numbers.contains("RV0010"), numbers::toString);
    assertEquals(List.copyOf(new TreeSet<>(numbers)), numbers.stream().sorted().toList());
  }
}
