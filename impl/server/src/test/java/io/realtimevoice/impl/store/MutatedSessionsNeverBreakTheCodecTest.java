package io.realtimevoice.impl.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.spi.StoredValue;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Fuzzing: whatever is made of stored sessions, it is absent or a session that can be stored. */
class MutatedSessionsNeverBreakTheCodecTest {

  private static final int MUTANTS = 30_000;
  private static final int MOST_MUTATIONS = 4;

  private static final List<byte[]> SEEDS =
      StoredSessionCodecTest.sessions()
          .map(session -> StoredSessionCodec.encode(session).toByteArray())
          .toList();

  @Test
  void withAnySeed(TestReporter reporter) {
    long seed = new Random().nextLong();
    reporter.publishEntry("seed", Long.toString(seed));
    Random random = new Random(seed);
    int understood = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] mutant = mutant(random);
      try {
        understood += decode(mutant) ? 1 : 0;
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed + ", mutant " + i, e);
      }
    }

    assertTrue(understood > 0, "no mutant was understood: these mutations test one branch only");
    assertTrue(understood < MUTANTS, "every mutant was understood: nothing is checked");
  }

  private static boolean decode(byte[] mutant) {
    Optional<StoredSession> session = StoredSessionCodec.decode(StoredValue.of(mutant));
    session.ifPresent(
        each -> assertEquals(session, StoredSessionCodec.decode(StoredSessionCodec.encode(each))));
    return session.isPresent();
  }

  private static byte[] mutant(Random random) {
    byte[] bytes = SEEDS.get(random.nextInt(SEEDS.size())).clone();
    for (int i = random.nextInt(MOST_MUTATIONS); i >= 0; i--) {
      bytes = mutated(bytes, random);
    }
    return bytes;
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt();
      case 2 -> Arrays.fill(bytes, at, bytes.length, (byte) random.nextInt());
      default -> {
        return Arrays.copyOf(bytes, 1 + random.nextInt(2 * bytes.length));
      }
    }
    return bytes;
  }
}
