package io.realtimevoice.it.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.it.faults.Case.Who;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * Every fault, as the server's own record, the doctor, the Java client, a browser and a mini
 * program see it. Nobody may be wrong and sure of it; the table of all is written to {@code
 * target/faults.md}.
 */
@NeedsLaboratory
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultLaboratoryTest {

  private static final int AT_A_TIME = 3;
  private static final double MOSTLY = 0.95;

  private final Map<Who, Observer> observers = new EnumMap<>(Who.class);
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
  private final List<String> rows = new ArrayList<>();
  private Laboratory laboratory;
  private int cells;
  private int right;

  @BeforeAll
  void open() throws Exception {
    Path folder = Laboratory.workplace();
    Certificates certificates = new Certificates(folder.resolve("certificates"));
    Backend healthy = Backend.start(folder);
    Page page = new Page();
    laboratory = new Laboratory(folder, certificates, healthy, page);
    laboratory.keep(healthy);
    laboratory.keep(page);
    Set<Who> wanted =
        EnumSet.copyOf(
            Stream.of(
                    System.getProperty("faults.observers", "SERVER,DOCTOR,JAVA,BROWSER,MINI")
                        .split(","))
                .map(Who::valueOf)
                .toList());
    Observer java = new ClientObserver(JavaClient.trusting(certificates.context()));
    Map<Who, Observer> all = new EnumMap<>(Who.class);
    all.put(Who.SERVER, new ServerRecord(java));
    all.put(Who.DOCTOR, new Doctor(certificates.trustStore()));
    all.put(Who.JAVA, java);
    all.put(Who.MINI, new ClientObserver(MiniProgram.trusting(certificates.authority())));
    if (wanted.contains(Who.BROWSER)) {
      Browser browser = laboratory.keep(new Browser(folder, page.port()));
      all.put(Who.BROWSER, new ClientObserver(browser::connect));
    }
    wanted.forEach(who -> observers.put(who, all.get(who)));
  }

  @AfterAll
  void close() throws Exception {
    threads.shutdownNow();
    if (laboratory != null) {
      laboratory.close();
    }
    Path table = Path.of("target", "faults.md");
    Files.writeString(
        table,
        "| fault | who | expected | got | evidence |\n| --- | --- | --- | --- | --- |\n"
            + String.join("\n", rows)
            + "\n");
    System.out.printf("%d of %d cells are right%n%s", right, cells, Files.readString(table));
  }

  @TestFactory
  Stream<DynamicTest> everybodyNamesTheCause() {
    String only = System.getProperty("faults.only", "");
    List<Case> cases =
        Stream.of(Faults.none(), Faults.proxies(), Faults.tls(), networks(), Faults.servers())
            .flatMap(List::stream)
            .filter(each -> each.name().matches(only.isEmpty() ? ".*" : only))
            .toList();
    Map<Case, Future<Map<Who, Observation>>> running = new java.util.LinkedHashMap<>();
    cases.forEach(each -> running.put(each, threads.submit(() -> observe(each))));
    Stream<DynamicTest> tests =
        running.entrySet().stream()
            .map(
                entry ->
                    dynamicTest(
                        entry.getKey().name(),
                        () -> judge(entry.getKey(), entry.getValue().get())));
    return Stream.concat(tests, Stream.of(dynamicTest("almost all are right", this::mostlyRight)));
  }

  private static List<Case> networks() {
    if (Namespace.possible() || NeedsLaboratory.Condition.nothingMayMiss()) {
      return Faults.networks();
    }
    System.out.println("SKIPPED the faults of networks: only root may make network namespaces");
    return List.of();
  }

  private Map<Who, Observation> observe(Case fault) throws Exception {
    Map<Who, Observation> seen = new EnumMap<>(Who.class);
    try (Laboratory room = laboratory.room()) {
      Situation situation = fault.setup().make(room);
      for (Map.Entry<Who, Observer> each : observers.entrySet()) {
        if (fault.expected().containsKey(each.getKey())) {
          seen.put(each.getKey(), look(each.getValue(), situation));
          situation.restore().run();
        }
      }
    }
    return seen;
  }

  private static Observation look(Observer observer, Situation situation) throws Exception {
    try {
      return observer.look(situation);
    } catch (IOException | RuntimeException e) {
      return new Observation(Verdict.UNKNOWN, Confidence.LOW, 0, "failed: " + e);
    }
  }

  private synchronized void judge(Case fault, Map<Who, Observation> seen) {
    List<String> surelyWrong = new ArrayList<>();
    seen.forEach(
        (who, observation) -> {
          Set<Verdict> expected = fault.expected().get(who);
          boolean good = expected.contains(observation.verdict());
          cells++;
          right += good ? 1 : 0;
          rows.add(row(fault, who, expected, observation, good));
          if (!good && observation.confidence() == Confidence.HIGH) {
            surelyWrong.add(who + ": " + observation);
          }
        });
    assertEquals(List.of(), surelyWrong);
  }

  private static String row(
      Case fault, Who who, Set<Verdict> expected, Observation observation, boolean good) {
    return "| %s | %s | %s | %s%s | %s |"
        .formatted(
            fault.name(),
            who,
            expected,
            good ? "" : "**WRONG** ",
            observation.shown(),
            observation.evidence().replace('\n', ' ').replace("|", "/"));
  }

  private synchronized void mostlyRight() {
    assertTrue(right >= MOSTLY * cells, right + " of " + cells);
  }
}
