package io.realtimevoice.it.faults;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** The JavaScript client in Debian's Chromium, without retries. */
final class Browser implements Observer, AutoCloseable {

  private static final File BROWSER = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final int PATIENCE_SECONDS = 50;
  private static final int LONGEST_SECONDS = 120;

  private final int page;
  private final ChromeDriver driver;

  /** With a page at a port of this machine, for whoever has none of his own. */
  Browser(Path folder, int page) throws IOException {
    this.page = page;
    Path profile = Files.createTempDirectory(folder, "chromium");
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER);
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--user-data-dir=" + profile);
    driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .build(),
            options);
    driver.manage().timeouts().scriptTimeout(Duration.ofSeconds(LONGEST_SECONDS));
  }

  /** One at a time. */
  @Override
  public synchronized Observation look(Situation situation) throws Exception {
    driver.get(Page.url(situation.page() == 0 ? page : situation.page()));
    driver.executeAsyncScript(
        "const done = arguments[0]; const t = setInterval(() => {"
            + " if (window.loaded) { clearInterval(t); done(); } }, 20);");
    driver.executeScript("look(arguments[0])", situation.url().toString());
    Map<?, ?> first = next(PATIENCE_SECONDS);
    try {
      if (!is(first, "READY")) {
        return refined(first);
      }
      if (situation.breaksLater()) {
        driver.executeScript("begin()");
        situation.afterReady().run();
        return seen(next(PATIENCE_SECONDS));
      }
      if (!situation.start().isEmpty()) {
        driver.executeScript(
            "speak(arguments[0], arguments[1])", situation.start(), situation.bytes());
      }
      Map<?, ?> end = next(situation.quietSeconds());
      return end == null
          ? new Observation(Verdict.HEALTHY, Confidence.HIGH, (Double) number(first), "READY")
          : seen(end);
    } finally {
      driver.executeScript("over()");
    }
  }

  private Observation refined(Map<?, ?> first) {
    Map<?, ?> last = first;
    while (last != null && is(last, "NOTICE")) {
      last = next(PATIENCE_SECONDS);
    }
    Observation end = seen(last == null || is(last, "READY") ? first : last);
    return new Observation(end.verdict(), end.confidence(), number(first), end.evidence());
  }

  private Map<?, ?> next(int seconds) {
    return (Map<?, ?>) driver.executeAsyncScript("next(arguments[0], arguments[1])", seconds);
  }

  private static boolean is(Map<?, ?> note, String what) {
    return note != null && what.equals(note.get("what"));
  }

  private static Observation seen(Map<?, ?> note) {
    if (note == null) {
      return new Observation(Verdict.UNKNOWN, Confidence.LOW, PATIENCE_SECONDS, "nothing");
    }
    String confidence = (String) note.get("confidence");
    return new Observation(
        Verdict.valueOf((String) note.get("verdict")),
        confidence.isEmpty() ? Confidence.LOW : Confidence.valueOf(confidence),
        number(note),
        (String) note.get("evidence"));
  }

  private static double number(Map<?, ?> note) {
    return ((Number) note.get("seconds")).doubleValue();
  }

  @Override
  public void close() {
    driver.quit();
  }
}
