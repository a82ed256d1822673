package io.realtimevoice.client.doctor;

import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Fix;
import io.realtimevoice.diagnosis.Verdict;
import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;

/** For people: a line for each step when it is done, and the verdict. */
final class TextPrinter {

  private static final String GREEN = "\u001b[32m";
  private static final String YELLOW = "\u001b[33m";
  private static final String RED = "\u001b[31m";
  private static final String PLAIN = "\u001b[0m";

  private final PrintStream out;
  private final Locale locale;
  private final Texts texts;
  private final boolean colours;

  TextPrinter(PrintStream out, Locale locale, boolean colours) {
    this.out = out;
    this.locale = locale;
    this.texts = new Texts(locale);
    this.colours = colours;
  }

  void begin(Target target) {
    out.println(texts.of("title") + "  " + target);
  }

  void step(StepResult result) {
    Finding finding = result.finding();
    String mark = finding == null ? "ok" : result.ok() ? "note" : "fail";
    String colour = finding == null ? GREEN : result.ok() ? YELLOW : RED;
    String facts =
        result.facts().entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining("  "));
    out.println(
        coloured(colour, "[" + texts.of(mark) + "]")
            + " "
            + texts.of(result.step())
            + "  "
            + result.millis()
            + " ms  "
            + facts);
    if (finding != null) {
      out.println("       " + summary(finding));
    }
  }

  void end(Report report) {
    Finding finding = report.finding();
    Verdict verdict = finding.verdict();
    boolean healthy = verdict == Verdict.HEALTHY;
    out.println();
    out.println(coloured(healthy ? GREEN : RED, line(report)));
    if (!healthy) {
      out.println(
          texts.of("advice") + " " + Remedy.filled(verdict.advice(locale), report.target()));
    }
    for (Fix fix : Remedy.fixes(verdict, report.target())) {
      out.println(texts.of("fix") + " " + fix.place().shown() + ":");
      fix.setting().lines().forEach(line -> out.println("    " + line));
    }
  }

  /** All that matters, in one line. */
  private String line(Report report) {
    Finding finding = report.finding();
    String who =
        finding.verdict().actors().stream().map(texts::of).collect(Collectors.joining(", "));
    return summary(finding) + "; " + texts.of("who") + " " + who;
  }

  private String summary(Finding finding) {
    return finding.verdict().title(locale)
        + " ["
        + finding.verdict()
        + ", "
        + texts.of(finding.confidence())
        + "] "
        + texts.of("evidence")
        + " "
        + String.join("; ", finding.evidence());
  }

  private String coloured(String colour, String text) {
    return colours ? colour + text + PLAIN : text;
  }
}
