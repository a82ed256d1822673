package io.realtimevoice.client.doctor;

import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Fix;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;

/** For programs: all of it as one object. */
final class JsonPrinter {

  private JsonPrinter() {}

  static JsonObject of(Report report, Locale locale) {
    Finding finding = report.finding();
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("url", report.target().toString())
            .add("verdict", finding.verdict().name())
            .add("confidence", finding.confidence().name())
            .add("evidence", Json.createArrayBuilder(finding.evidence()))
            .add("title", finding.verdict().title(locale))
            .add("advice", Remedy.filled(finding.verdict().advice(locale), report.target()));
    JsonArrayBuilder actors = Json.createArrayBuilder();
    finding.verdict().actors().forEach(each -> actors.add(each.name()));
    JsonArrayBuilder fixes = Json.createArrayBuilder();
    Remedy.fixes(finding.verdict(), report.target()).forEach(each -> fixes.add(fix(each)));
    JsonArrayBuilder steps = Json.createArrayBuilder();
    report.steps().forEach(each -> steps.add(step(each)));
    ServerRecord server = report.server();
    if (server != null && server.timeline() != null) {
      object.add("server", server.timeline());
    }
    return object
        .add("actors", actors)
        .add("fixes", fixes)
        .add("exitCode", ExitCode.of(finding.verdict()))
        .add("steps", steps)
        .build();
  }

  /** Without a channel. */
  static JsonObject bare(Finding finding, Locale locale) {
    return Json.createObjectBuilder()
        .add("verdict", finding.verdict().name())
        .add("confidence", finding.confidence().name())
        .add("evidence", Json.createArrayBuilder(finding.evidence()))
        .add("title", finding.verdict().title(locale))
        .add("advice", finding.verdict().advice(locale))
        .add("exitCode", ExitCode.of(finding.verdict()))
        .build();
  }

  /** Of the machine: nothing that names it or its user. */
  static JsonObject versions() {
    JsonObjectBuilder versions = Json.createObjectBuilder();
    for (String name :
        new String[] {"java.version", "java.vendor", "os.name", "os.version", "os.arch"}) {
      versions.add(name, String.valueOf(System.getProperty(name)));
    }
    String own = JsonPrinter.class.getPackage().getImplementationVersion();
    return versions.add("doctor", own == null ? "?" : own).build();
  }

  private static JsonObjectBuilder fix(Fix fix) {
    return Json.createObjectBuilder()
        .add("place", fix.place().shown())
        .add("setting", fix.setting());
  }

  private static JsonObjectBuilder step(StepResult step) {
    JsonObjectBuilder object =
        Json.createObjectBuilder()
            .add("step", step.step().id())
            .add("ok", step.ok())
            .add("millis", step.millis())
            .add("facts", Json.createObjectBuilder(step.facts()));
    Finding finding = step.finding();
    if (finding != null) {
      object.add(
          "finding",
          Json.createObjectBuilder()
              .add("verdict", finding.verdict().name())
              .add("confidence", finding.confidence().name())
              .add("evidence", Json.createArrayBuilder(finding.evidence())));
    }
    return object;
  }
}
