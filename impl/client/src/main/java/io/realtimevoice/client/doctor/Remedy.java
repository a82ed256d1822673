package io.realtimevoice.client.doctor;

import io.realtimevoice.diagnosis.Fix;
import io.realtimevoice.diagnosis.Verdict;
import java.util.List;
import java.util.regex.Matcher;

/** The catalogue's words for one channel. */
final class Remedy {

  private Remedy() {}

  /** With the channel's own names in place of HOST and CONTEXT, as far as they are known. */
  static List<Fix> fixes(Verdict verdict, Target target) {
    return verdict.fixes().stream()
        .map(fix -> new Fix(fix.place(), filled(fix.setting(), target)))
        .toList();
  }

  static String filled(String text, Target target) {
    return text.replaceAll("/CONTEXT\\b", quoted(target.context()))
        .replaceAll("\\bHOST\\b", quoted(target.authority()));
  }

  private static String quoted(String text) {
    return Matcher.quoteReplacement(text);
  }
}
