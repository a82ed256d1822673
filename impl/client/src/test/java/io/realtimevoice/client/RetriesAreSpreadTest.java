package io.realtimevoice.client;

import static io.realtimevoice.client.Fixture.settings;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.protocol.CloseCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RetriesAreSpreadTest {

  private static final int CLIENTS = 1_000;
  private static final int SLOT_MS = 250;
  private static final Path HISTOGRAM = Path.of("target", "retries-of-1000-clients.txt");

  private final Random random = new Random(3);
  private final ManualClock clock = new ManualClock();

  @Test
  void whenAThousandClientsLoseTheirServerTogetherAndNoneIsLost() throws IOException {
    List<Fixture> clients = connected();
    NavigableMap<Long, Integer> restart = comingBackAfter(clients, CloseCode.RESTART.code());
    clock.advance(5_000);
    NavigableMap<Long, Integer> cut = comingBackAfter(clients, 1006);
    Files.writeString(HISTOGRAM, shown("1012, asked to wait 2 s", restart) + shown("1006", cut));

    clients.forEach(client -> assertEquals(ClientState.READY, client.state()));
    clients.forEach(client -> assertEquals(List.of(), client.told.finals));
    assertEquals(slots(2_000, 4_000), List.copyOf(restart.keySet()));
    assertEquals(slots(1_500, 2_500), List.copyOf(cut.keySet()));
    assertTrue(restart.values().stream().allMatch(count -> count < 200), restart::toString);
    assertTrue(cut.values().stream().allMatch(count -> count < 350), cut::toString);
  }

  @Test
  void thoseThatWereRefusedAfterGoAwayDoNotComeOnTopOfTheOthers() {
    List<Fixture> clients = connected();
    long lost = clock.millis();
    NavigableMap<Long, Integer> attempts = new TreeMap<>();
    for (Fixture client : clients) {
      client.server.whenConnecting =
          connection -> {
            long at = clock.millis() - lost;
            attempts.merge(at / 1_000, 1, Integer::sum);
            if (at < 15_000) {
              clock.after(20, () -> connection.lose(1006));
            } else {
              clock.after(20, connection::openAndWelcome);
            }
          };
      client
          .server
          .connection()
          .receive("{\"type\":\"goaway\",\"reason\":\"draining\",\"retryAfterMs\":10000}");
      client.server.connection().lose(4503);
    }
    clock.advance(60_000);

    clients.forEach(client -> assertEquals(ClientState.READY, client.state()));
    // Mean 100, and four standard deviations.
    assertTrue(attempts.values().stream().allMatch(count -> count < 140), attempts::toString);
  }

  @Test
  void andNobodyComesSoonerThanWithoutGoAwayButTheFirstTime() {
    Fixture client = new Fixture(settings(3), Fixture.URL, clock, () -> 0.5);
    client.connected();
    client
        .server
        .connection()
        .receive("{\"type\":\"goaway\",\"reason\":\"draining\",\"retryAfterMs\":100}");
    client.server.whenConnecting = connection -> clock.after(20, () -> connection.lose(1006));
    client.server.connection().lose(4503);
    clock.advance(10_000);

    assertEquals(List.of(50L, 2_000L, 2_000L), client.told.retries);
  }

  @Test
  void andAGoAwayDoesNotCountForWhoBeginsAnew() {
    Fixture client = new Fixture(settings(3), Fixture.URL, clock, () -> 0.5);
    client.connected();
    client
        .server
        .connection()
        .receive("{\"type\":\"goaway\",\"reason\":\"draining\",\"retryAfterMs\":10000}");
    client.machine.close();
    clock.run();
    client.told.retries.clear();
    client.server.whenConnecting = connection -> clock.after(20, () -> connection.lose(1006));
    client.connect();
    clock.advance(1_000);

    assertEquals(List.of(2_000L), client.told.retries);
  }

  @Test
  void andDoubleFromTheFourthOnUpToTheirLimit() {
    Settings settings = settings(9);

    assertEquals(
        List.of(2_000L, 2_000L, 2_000L, 4_000L, 8_000L, 16_000L, 20_000L, 20_000L),
        IntStream.rangeClosed(1, 8)
            .mapToObj(retry -> Backoff.delayMs(retry, settings, 0, 0.5))
            .toList());
    assertEquals(20_000, Backoff.delayMs(1_000_000, settings, 0, 0.5));
  }

  @Test
  void overTheDoubleOfWhatTheServerAsksFor() {
    assertEquals(8_000, Backoff.delayMs(1, settings(3), 8_000, 0));
    assertEquals(15_992, Backoff.delayMs(1, settings(3), 8_000, 0.999));
  }

  /** All of them, and for so long that it counts. */
  private List<Fixture> connected() {
    List<Fixture> clients =
        Stream.generate(() -> new Fixture(settings(3), Fixture.URL, clock, random::nextDouble))
            .limit(CLIENTS)
            .toList();
    clients.forEach(Fixture::connected);
    clock.advance(5_000);
    return clients;
  }

  private NavigableMap<Long, Integer> comingBackAfter(List<Fixture> clients, int code) {
    long lost = clock.millis();
    NavigableMap<Long, Integer> histogram = new TreeMap<>();
    for (Fixture client : clients) {
      client.server.whenConnecting =
          connection -> {
            histogram.merge((clock.millis() - lost) / SLOT_MS * SLOT_MS, 1, Integer::sum);
            clock.after(20, connection::openAndWelcome);
          };
      client.server.connection().lose(code);
    }
    clock.advance(60_000);
    return histogram;
  }

  private static List<Long> slots(long from, long to) {
    List<Long> slots = new ArrayList<>();
    for (long slot = from; slot < to; slot += SLOT_MS) {
      slots.add(slot);
    }
    return slots;
  }

  private static String shown(String title, NavigableMap<Long, Integer> histogram) {
    StringBuilder lines = new StringBuilder(title).append('\n');
    histogram.forEach(
        (slot, count) ->
            lines.append(String.format("%6d ms %4d %s%n", slot, count, "#".repeat(count / 5))));
    return lines.append('\n').toString();
  }
}
