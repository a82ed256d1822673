package io.realtimevoice.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * A browser of its own for one test: Debian's Chromium, without a window.
 *
 * <p>What it complains of in its console fails the test when the browser is closed: errors of
 * scripts, what the page's security policy has forbidden, and whatever could not be loaded.
 */
final class Chromium implements AutoCloseable {

  static final String MISSING =
      "/usr/bin/chromium and /usr/bin/chromedriver are needed (Debian: chromium, chromium-driver)";

  /** Leads to this machine, but is not it for the browser: without TLS it is not secure. */
  static final String OTHER_HOST = "voice.test";

  private static final File BROWSER = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final String DOWNLOADS = "downloads";

  /** A client that waits long, as on a busy machine, asks over HTTP whether its hello was seen. */
  private static final Pattern DIAGNOSTICS_ARE_OFF =
      Pattern.compile("/realtime-voice/diagnostics/\\S+ - Failed to load resource.*\\b404\\b");

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ChromeDriver driver;
  private final Path profile;
  private final List<Pattern> expected = new ArrayList<>(List.of(DIAGNOSTICS_ARE_OFF));

  private Chromium(ChromeDriver driver, Path profile) {
    this.driver = driver;
    this.profile = profile;
  }

  static boolean isInstalled() {
    return BROWSER.canExecute() && DRIVER.canExecute();
  }

  /** With a microphone that plays a WAV file once, from the moment at which it is opened. */
  static Chromium withMicrophone(Path wav) throws IOException {
    return start(
        "en",
        "--use-fake-ui-for-media-stream",
        "--use-fake-device-for-media-stream",
        "--use-file-for-fake-audio-capture=" + wav.toAbsolutePath() + "%noloop");
  }

  /** With a microphone that the user does not allow. */
  static Chromium withRefusedMicrophone() throws IOException {
    return start("en", "--deny-permission-prompts", "--use-fake-device-for-media-stream");
  }

  /** Without a microphone, for a user of a language. */
  static Chromium withoutMicrophone(Locale language) throws IOException {
    return start(language.toLanguageTag(), "--use-fake-ui-for-media-stream");
  }

  private static Chromium start(String language, String... more) throws IOException {
    if (!isInstalled()) {
      throw new IOException(MISSING);
    }
    Path profile = Files.createTempDirectory("realtime-voice-chromium");
    Path downloads = Files.createDirectory(profile.resolve(DOWNLOADS));
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--autoplay-policy=document-user-activation-required",
                "--host-resolver-rules=MAP " + OTHER_HOST + " 127.0.0.1",
                "--lang=" + language,
                "--user-data-dir=" + profile));
    arguments.addAll(List.of(more));
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(BROWSER);
    options.addArguments(arguments);
    options.setExperimentalOption(
        "prefs",
        Map.of(
            "intl.accept_languages", language, "download.default_directory", downloads.toString()));
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER)
                .usingAnyFreePort()
                .build(),
            options);
    driver.manage().timeouts().scriptTimeout(PATIENCE);
    return new Chromium(driver, profile);
  }

  /** Opens a console page, in a window of a size. */
  ConsolePage open(String url, int width, int height) {
    driver.manage().window().setSize(new Dimension(width, height));
    driver.get(url);
    return new ConsolePage(driver);
  }

  /** Opens a console page in a window as on a desktop. */
  ConsolePage open(String url) {
    return open(url, 1280, 900);
  }

  /** Opens a console page with the user's own colours in the place of the page's. */
  ConsolePage openInForcedColors(String url) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "forced-colors", "value", "active"))));
    return open(url);
  }

  /** From here on the user looks at another tab. */
  void lookElsewhere() {
    driver.switchTo().newWindow(WindowType.TAB);
  }

  /** From here on the user looks at the page that was opened first. */
  void lookBack() {
    driver.switchTo().window(driver.getWindowHandles().iterator().next());
  }

  /** The test provokes what the browser will complain of. */
  Chromium expecting(String complaint) {
    expected.add(Pattern.compile(complaint));
    return this;
  }

  /** What is written to a file, and is not empty, when something is done; waits for all of it. */
  String download(String name, Runnable action) throws IOException, InterruptedException {
    Path folder = profile.resolve(DOWNLOADS);
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      action.run();
      // The browser reserves the name with an empty file, writes under another name, and moves what
      // it wrote over the empty one at the end.
      Path file = folder.resolve(name);
      while (!Files.exists(file) || Files.size(file) == 0) {
        WatchKey key = watch.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        if (key == null) {
          throw new IOException(name + " was not downloaded");
        }
        key.pollEvents();
        key.reset();
      }
      return Files.readString(file);
    }
  }

  @Override
  public void close() throws IOException {
    List<String> complaints;
    try {
      complaints = complaints();
    } finally {
      driver.quit();
      try (Stream<Path> files = Files.walk(profile)) {
        files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
      }
    }
    assertEquals(List.of(), complaints, "what the browser complained of");
  }

  /** The page's own notes are no complaints. */
  private List<String> complaints() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(entry -> entry.getMessage())
        .filter(message -> expected.stream().noneMatch(each -> each.matcher(message).find()))
        .toList();
  }
}
