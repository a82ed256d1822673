package io.realtimevoice.client.network;

import io.realtimevoice.client.transport.Inquiry.Answer;
import io.realtimevoice.client.transport.Inquiry.Seen;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import org.jspecify.annotations.Nullable;

/** What it means that an open connection does not get READY. Pure functions, for any thread. */
public final class Silence {

  private Silence() {}

  /**
   * From what has come, and from what the server says of it elsewhere.
   *
   * @param welcomed whether any welcome has come
   * @param waited since the open, in milliseconds
   * @param answer null if there is none
   * @return any of {@code SERVER_SILENT}, {@code WELCOME_LOST_DOWNSTREAM}, {@code
   *     HELLO_LOST_UPSTREAM}
   */
  public static Finding of(boolean welcomed, long waited, @Nullable Answer answer) {
    String fact =
        welcomed
            ? "a welcome, but none for our hello in " + waited + " ms"
            : "no message in " + waited + " ms";
    Seen seen = answer == null ? null : answer.seen();
    if (seen != null) {
      return noted(welcomed, fact, seen);
    }
    Verdict verdict = welcomed ? Verdict.HELLO_LOST_UPSTREAM : Verdict.SERVER_SILENT;
    if (answer == null) {
      return Finding.of(verdict, Confidence.MEDIUM, fact);
    }
    return switch (answer.reach()) {
      case APPLICATION ->
          Finding.of(verdict, Confidence.MEDIUM, fact, "HTTP reaches the application");
      case SOMETHING -> Finding.of(verdict, Confidence.MEDIUM, fact);
      case NOTHING ->
          Finding.of(
              verdict,
              welcomed ? Confidence.MEDIUM : Confidence.HIGH,
              fact,
              "no answer over HTTP either");
    };
  }

  /**
   * The welcome has answered the hello, but nothing answers the {@code resume}.
   *
   * @param waited since the open, in milliseconds
   * @return {@code SERVER_SILENT}
   */
  public static Finding ofResume(long waited) {
    return Finding.of(
        Verdict.SERVER_SILENT, Confidence.MEDIUM, "no answer to resume in " + waited + " ms");
  }

  private static Finding noted(boolean welcomed, String fact, Seen seen) {
    if (!seen.hello()) {
      String unseen = "the server has not seen the hello";
      return welcomed
          ? Finding.of(Verdict.HELLO_LOST_UPSTREAM, Confidence.HIGH, fact, unseen)
          : Finding.of(Verdict.SERVER_SILENT, Confidence.MEDIUM, fact, unseen);
    }
    if (!seen.welcomeSent()) {
      return Finding.of(
          Verdict.SERVER_SILENT,
          Confidence.HIGH,
          fact,
          "the server has seen the hello, and has not sent the welcome");
    }
    return Finding.of(
        Verdict.WELCOME_LOST_DOWNSTREAM,
        welcomed ? Confidence.MEDIUM : Confidence.HIGH,
        fact,
        "the server has seen the hello, and sent the welcome");
  }
}
