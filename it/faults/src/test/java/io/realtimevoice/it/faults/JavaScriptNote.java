package io.realtimevoice.it.faults;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.it.faults.Note.What;
import java.util.Map;

/** A note of the JavaScript client, by the fields that a page and a mini program tell. */
final class JavaScriptNote {

  private JavaScriptNote() {}

  static Note of(Map<?, ?> fields) {
    What what = What.valueOf(fields.get("what").toString());
    double seconds = Double.parseDouble(fields.get("seconds").toString());
    return what == What.READY
        ? Note.ready(seconds)
        : new Note(
            what,
            seconds,
            Verdict.valueOf(fields.get("verdict").toString()),
            Confidence.valueOf(fields.get("confidence").toString()),
            fields.get("evidence").toString());
  }
}
