package io.realtimevoice.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.interactions.Interaction;
import org.openqa.selenium.interactions.KeyInput;
import org.openqa.selenium.interactions.Sequence;

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

  private static final int CHECKS = 5;

  private final ChromeDriver driver;
  private final KeyInput keyboard = new KeyInput("keyboard");

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
    return enter("url", url).click("connect");
  }

  ConsolePage engine(String name) {
    return enter("engine", name);
  }

  /** Puts a text into a field. */
  ConsolePage enter(String id, String text) {
    WebElement field = element(id);
    field.clear();
    field.sendKeys(text);
    return this;
  }

  /** Opens the part of the page that says who the user is, and fills it in. */
  ConsolePage signIn(String user, String token) {
    driver.findElement(By.cssSelector("details:has(#token) > summary")).click();
    return enter("user-id", user).enter("token", token);
  }

  ConsolePage language(String tag) {
    driver.findElement(By.cssSelector("#locale > option[value='" + tag + "']")).click();
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

  /** Presses the main button of a mouse over an element, and keeps it down. */
  ConsolePage hold(String id) {
    new Actions(driver).clickAndHold(element(id)).perform();
    return this;
  }

  /** Lets go of the mouse. */
  ConsolePage release() {
    new Actions(driver).release().perform();
    return this;
  }

  /** Presses a key wherever the focus is, and keeps it down. */
  ConsolePage hold(Keys key) {
    return key(keyboard.createKeyDown(key.getCodePoint()));
  }

  /** Lets go of a key. */
  ConsolePage release(Keys key) {
    return key(keyboard.createKeyUp(key.getCodePoint()));
  }

  ConsolePage awaitTalk(String phase) {
    return await("document.getElementById('talk').dataset.phase === '" + phase + "'");
  }

  /**
   * Checks the connection, and again if the machine is so busy that the server is found slow.
   *
   * @param verdict that is expected
   */
  ConsolePage check(String verdict) {
    String found = "SERVER_SLOW";
    for (int i = 0; i < CHECKS && found.equals("SERVER_SLOW"); i++) {
      click("check").await("document.getElementById('check-report').dataset.verdict !== ''");
      found = attribute("check-report", "data-verdict");
    }
    assertEquals(verdict, found, () -> text("check-report"));
    return this;
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

  /** What assistive technology is told of elements with a role; see the Accessibility domain. */
  List<Map<String, Object>> accessible(String role) {
    Object all = driver.executeCdpCommand("Accessibility.getFullAXTree", Map.of()).get("nodes");
    List<Map<String, Object>> found = new ArrayList<>();
    for (Object each : (List<?>) Objects.requireNonNull(all)) {
      Map<String, Object> node = new HashMap<>();
      ((Map<?, ?>) each).forEach((name, value) -> node.put(String.valueOf(name), value));
      if (role.equals(value(node.get("role")))) {
        found.add(node);
      }
    }
    return found;
  }

  /** The text of a value in the accessibility tree. */
  static String value(Object of) {
    return of instanceof Map<?, ?> map ? String.valueOf(map.get("value")) : "";
  }

  /** An element as it is drawn. */
  byte[] drawn(String id) {
    return element(id).getScreenshotAs(OutputType.BYTES);
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

  private ConsolePage key(Interaction interaction) {
    driver.perform(List.of(new Sequence(keyboard, 0).addAction(interaction)));
    return this;
  }

  private WebElement element(String id) {
    return driver.findElement(By.id(id));
  }
}
