package io.realtimevoice.client;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What does not work, and what to do about it.
 *
 * @param verdict for programs
 * @param title what has happened, for the user, in the client's language
 * @param advice what to do about it, for the user, in the client's language
 * @param detail for developers: English, or the server's own words; may be empty
 * @param closeCode with which the connection was closed; null if it was not closed by a code
 * @param serverCode {@code error.code} of the server's last error on this connection; null if there
 *     was none
 * @param confidence how sure the verdict is
 * @param evidence what it rests on: facts in English, without anything secret
 */
public record VoiceProblem(
    Verdict verdict,
    String title,
    String advice,
    String detail,
    @Nullable Integer closeCode,
    @Nullable String serverCode,
    Confidence confidence,
    List<String> evidence)
    implements Serializable {

  /** Takes a copy of the evidence. */
  public VoiceProblem {
    evidence = List.copyOf(evidence);
  }

  /**
   * A problem of which there is no doubt, with nothing but its detail for evidence.
   *
   * @param verdict for programs
   * @param title what has happened
   * @param advice what to do about it
   * @param detail for developers
   * @param closeCode with which the connection was closed; null if it was not closed by a code
   * @param serverCode of the server's last error; null if there was none
   */
  public VoiceProblem(
      Verdict verdict,
      String title,
      String advice,
      String detail,
      @Nullable Integer closeCode,
      @Nullable String serverCode) {
    this(verdict, title, advice, detail, closeCode, serverCode, Confidence.HIGH, List.of());
  }

  static VoiceProblem of(Verdict verdict, Locale locale, String detail) {
    return of(Finding.of(verdict, Confidence.HIGH), locale, detail, null, null);
  }

  static VoiceProblem of(
      Finding finding,
      Locale locale,
      String detail,
      @Nullable Integer closeCode,
      @Nullable String serverCode) {
    Verdict verdict = finding.verdict();
    return new VoiceProblem(
        verdict,
        verdict.title(locale),
        verdict.advice(locale),
        detail,
        closeCode,
        serverCode,
        finding.confidence(),
        finding.evidence());
  }
}
