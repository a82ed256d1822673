package io.realtimevoice.impl.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * Fuzzing: whatever is made of valid messages, it is a message or refused as one; and no refusal
 * repeats what the client has sent, but for the name of an unknown type.
 */
class MutatedMessagesNeverBreakTheCodecTest {

  private static final int MUTANTS = 50_000;
  private static final int MOST_MUTATIONS = 4;

  private static final List<String> SEEDS =
      Stream.of(
              "hello",
              "hello-bare",
              "start",
              "start-bare",
              "audio",
              "audio-last",
              "stop",
              "welcome",
              "result",
              "error")
          .map(Json::golden)
          .toList();

  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "\"",
          ":",
          ",",
          "\\",
          "\\u",
          "\\ud83d",
          "null",
          "true",
          "1e999999999",
          "-",
          "0",
          ".",
          "1.5",
          "9".repeat(30),
          "\"type\":",
          "\"data\":",
          "\"isEnd\":2",
          "\uD83D",
          "\uDE00",
          "\uFEFF",
          "\u0000",
          "\u2028",
          "你好",
          "[[[[[[[[",
          " ",
          "\n");

  private static final Pattern REFUSAL =
      Pattern.compile(
          "MALFORMED: (JSON|type)"
              + "|UNKNOWN_TYPE: (\\?|[\\w.:-]{1,32})"
              + "|UNSUPPORTED_FORMAT: -?\\d{1,10}"
              + "|BAD_AUDIO: base64"
              + "|BAD_FIELD: (type|userId|token|engineType|data|locale|nonce|sessionId|resumeToken"
              + "|verdict): string"
              + "|BAD_FIELD: received: count"
              + "|BAD_FIELD: nonce: at most 64 characters"
              + "|BAD_FIELD: (version|voiceFormat|needvad|filterDirty|filterModal|filterPunc"
              + "|convertNumMode|wordInfo|vadSilenceTime): integer"
              + "|BAD_FIELD: isEnd: boolean"
              + "|BAD_FIELD: locale: BCP 47 language tag"
              + "|BAD_FIELD: engineType: 1 to 64 letters, digits and _ \\. : -");

  @Test
  void withAnySeed(TestReporter reporter) {
    long seed = new Random().nextLong();
    reporter.publishEntry("seed", Long.toString(seed));
    int understood = decodeMutants(new Random(seed), seed);

    assertTrue(understood > 0, "no mutant was understood: these mutations test one branch only");
  }

  private static int decodeMutants(Random random, long seed) {
    int understood = 0;
    for (int i = 0; i < MUTANTS; i++) {
      String mutant = mutant(random);
      try {
        Json.CODEC.decode(mutant);
        understood++;
      } catch (BadMessageException e) {
        assertTrue(
            REFUSAL.matcher(e.getMessage()).matches(),
            () -> "seed " + seed + " refused with " + e.getMessage());
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed + ", mutant " + i + ": " + mutant, e);
      }
    }
    return understood;
  }

  private static String mutant(Random random) {
    String text = SEEDS.get(random.nextInt(SEEDS.size()));
    int mutations = 1 + random.nextInt(MOST_MUTATIONS);
    for (int i = 0; i < mutations; i++) {
      text = mutated(text, random);
    }
    return text;
  }

  private static String mutated(String text, Random random) {
    int from = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), from + random.nextInt(20));
    String head = text.substring(0, from);
    String tail = text.substring(to);
    return switch (random.nextInt(6)) {
      case 0 -> flipped(text, random);
      case 1 -> head;
      case 2 -> head + tail;
      case 3 -> head + text.substring(from, to) + text.substring(from);
      case 4 -> head + PIECES.get(random.nextInt(PIECES.size())) + tail;
      default -> head + unicode(random) + text.substring(from);
    };
  }

  private static String flipped(String text, Random random) {
    byte[] bytes = text.getBytes(UTF_8);
    if (bytes.length == 0) {
      return text;
    }
    bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    return new String(bytes, UTF_8);
  }

  private static String unicode(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(8); i >= 0; i--) {
      text.append((char) random.nextInt(Character.MAX_VALUE + 1));
    }
    return text.toString();
  }
}
