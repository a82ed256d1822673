package io.realtimevoice.client;

import io.realtimevoice.diagnosis.Verdict;
import java.io.Serializable;
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
 */
public record VoiceProblem(
    Verdict verdict,
    String title,
    String advice,
    String detail,
    @Nullable Integer closeCode,
    @Nullable String serverCode)
    implements Serializable {

  static VoiceProblem of(Verdict verdict, Locale locale, String detail) {
    return of(verdict, locale, detail, null, null);
  }

  static VoiceProblem of(
      Verdict verdict,
      Locale locale,
      String detail,
      @Nullable Integer closeCode,
      @Nullable String serverCode) {
    return new VoiceProblem(
        verdict, verdict.title(locale), verdict.advice(locale), detail, closeCode, serverCode);
  }
}
