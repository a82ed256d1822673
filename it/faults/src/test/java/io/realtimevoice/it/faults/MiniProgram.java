package io.realtimevoice.it.faults;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The JavaScript client as mini programs have it, on the stand-in for WeChat, in Node.js. */
final class MiniProgram implements ObservedClient {

  private final BlockingQueue<Note> notes = new LinkedBlockingQueue<>();
  private final ExecutorService reading = Executors.newSingleThreadExecutor();
  private final Process process;
  private final Writer commands;

  private MiniProgram(Process process) {
    this.process = process;
    commands = process.outputWriter(UTF_8);
    reading.execute(this::read);
  }

  /** Trusts an authority, by its certificate in PEM. */
  static ClientObserver.Connecting trusting(Path authority) {
    return situation -> {
      URI url = situation.url();
      String origin = url.getScheme() + "://" + url.getAuthority();
      ProcessBuilder node =
          new ProcessBuilder("node", Built.path("mini-program"), origin, url.getPath());
      node.environment().put("NODE_EXTRA_CA_CERTS", authority.toString());
      return new MiniProgram(node.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    };
  }

  private void read() {
    try (BufferedReader lines = process.inputReader(UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        notes.add(JavaScriptNote.of(fields(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> fields(String line) {
    try (JsonReader reader = Json.createReader(new StringReader(line))) {
      return reader.readObject().entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getKey, field -> text(field.getValue())));
    }
  }

  private static String text(JsonValue value) {
    return value instanceof JsonString string ? string.getString() : value.toString();
  }

  @Override
  public void begin() throws IOException {
    tell(Json.createObjectBuilder().add("begin", true).build());
  }

  @Override
  public void speak(Map<String, String> start, int bytes) throws IOException {
    tell(
        Json.createObjectBuilder()
            .add("start", Json.createObjectBuilder(Map.copyOf(start)))
            .add("bytes", bytes)
            .build());
  }

  private void tell(JsonObject command) throws IOException {
    commands.write(command + "\n");
    commands.flush();
  }

  @Override
  public Note next(int seconds) throws InterruptedException {
    return notes.poll(seconds, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    process.waitFor();
    reading.shutdown();
  }
}
