package io.realtimevoice.it.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;

/** What a user sees and does on the console page. */
final class ConsolePage {

  /** Looks whenever the page has changed, and now and then, since values change without it. */
  private static final String AWAIT =
      """
      const done = arguments[arguments.length - 1];
      const look = () => {
        if (CONDITION) {
          observer.disconnect();
          clearInterval(timer);
          done(null);
        }
      };
      const observer = new MutationObserver(look);
      observer.observe(document, {attributes: true, childList: true, characterData: true, subtree: true});
      const timer = setInterval(look, 50);
      look();
      """;

  private final ChromeDriver driver;

  ConsolePage(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Connects, and waits until the channel is ready. */
  ConsolePage connect() {
    click("connect");
    await(state("READY"));
    return this;
  }

  /** Connects to another address than the page's own. */
  ConsolePage connectTo(String url) {
    WebElement address = element("url");
    address.clear();
    address.sendKeys(url);
    click("connect");
    return this;
  }

  ConsolePage engine(String name) {
    WebElement engine = element("engine");
    engine.clear();
    engine.sendKeys(name);
    return this;
  }

  /** From here on the button is pressed once to begin and once to end. */
  ConsolePage toggleToTalk() {
    click("toggle-mode");
    return this;
  }

  ConsolePage click(String id) {
    element(id).click();
    return this;
  }

  ConsolePage press(String id, Keys key) {
    element(id).sendKeys(key);
    return this;
  }

  ConsolePage tones(String keys) {
    WebElement field = element("tones-text");
    field.clear();
    field.sendKeys(keys);
    return click("play-tones");
  }

  /** Waits until an expression of the page is true. */
  ConsolePage await(String condition) {
    driver.executeAsyncScript(AWAIT.replace("CONDITION", condition));
    return this;
  }

  /**
   * Lets the page's own script click, and waits until an expression is true.
   *
   * <p>What a driver does counts as an act of the user; this does not.
   */
  ConsolePage clickWithoutUser(String id, String condition) {
    String script =
        AWAIT
            .replace("CONDITION", condition)
            .replace("const done = arguments[arguments.length - 1];", "");
    driver.executeCdpCommand(
        "Runtime.evaluate",
        Map.of(
            "expression",
            "document.getElementById('" + id + "').click(); new Promise(done => {" + script + "})",
            "awaitPromise",
            true,
            "userGesture",
            false));
    return this;
  }

  ConsolePage awaitTranscript(String text) {
    return await("document.getElementById('transcript-final').textContent === '" + text + "'");
  }

  ConsolePage awaitVerdict(String verdict) {
    return await(verdict(verdict));
  }

  /** Waits until something was measured afresh. */
  ConsolePage awaitFigures() {
    return await("document.getElementById('mouth-to-ear').dataset.ms !== undefined");
  }

  /** A figure in milliseconds, as it stands on the page. */
  double figure(String id, String attribute) {
    return Double.parseDouble(Objects.requireNonNull(element(id).getDomAttribute(attribute)));
  }

  String text(String id) {
    return element(id).getText();
  }

  String attribute(String id, String name) {
    return String.valueOf(element(id).getDomAttribute(name));
  }

  List<String> lines(String css) {
    return driver.findElements(By.cssSelector(css)).stream().map(WebElement::getText).toList();
  }

  Object evaluate(String expression) {
    return Objects.requireNonNull(driver.executeScript("return " + expression));
  }

  /** Keeps a picture of the page, to be looked at. */
  void picture(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
  }

  static String state(String state) {
    return "document.getElementById('state').dataset.state === '" + state + "'";
  }

  static String verdict(String verdict) {
    return "document.getElementById('problem').dataset.verdict === '" + verdict + "'";
  }

  private WebElement element(String id) {
    return driver.findElement(By.id(id));
  }
}
