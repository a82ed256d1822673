package io.realtimevoice.it.faults;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** Debian's Chromium, with the JavaScript client in a page. */
final class Browser implements AutoCloseable {

  private static final File BROWSER = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final int LONGEST_SECONDS = 120;

  private final Semaphore free = new Semaphore(1);
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

  /** Connects; the browser is this client's alone until it is closed. */
  ObservedClient connect(Situation situation) throws InterruptedException {
    free.acquire();
    try {
      driver.get(Page.url(situation.page() == 0 ? page : situation.page()));
      driver.executeAsyncScript(
          "const done = arguments[0]; const t = setInterval(() => {"
              + " if (window.loaded) { clearInterval(t); done(); } }, 20);");
      driver.executeScript("look(arguments[0])", situation.url().toString());
      return new Visit();
    } catch (RuntimeException e) {
      free.release();
      throw e;
    }
  }

  private final class Visit implements ObservedClient {

    @Override
    public void begin() {
      driver.executeScript("begin()");
    }

    @Override
    public void speak(Map<String, String> start, int bytes) {
      driver.executeScript("speak(arguments[0], arguments[1])", start, bytes);
    }

    @Override
    public Note next(int seconds) {
      Map<?, ?> note =
          (Map<?, ?>) driver.executeAsyncScript("next(arguments[0], arguments[1])", seconds);
      return note == null ? null : JavaScriptNote.of(note);
    }

    @Override
    public void close() {
      try {
        driver.executeScript("over()");
      } finally {
        free.release();
      }
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
