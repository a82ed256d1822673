package io.realtimevoice.client;

import io.realtimevoice.diagnosis.Verdict;

/** Why a stage of a client or of a stream has failed. */
public final class VoiceException extends Exception {

  private static final long serialVersionUID = 1L;

  private final VoiceProblem problem;

  VoiceException(VoiceProblem problem) {
    super(problem.verdict() + ": " + problem.title() + shown(problem.detail()));
    this.problem = problem;
  }

  /**
   * Everything that is known.
   *
   * @return with texts in the client's language
   */
  public VoiceProblem problem() {
    return problem;
  }

  /**
   * The cause, for programs.
   *
   * @return of the problem
   */
  public Verdict verdict() {
    return problem.verdict();
  }

  /**
   * What has happened, for the user.
   *
   * @return of the problem
   */
  public String title() {
    return problem.title();
  }

  /**
   * What to do about it, for the user.
   *
   * @return of the problem
   */
  public String advice() {
    return problem.advice();
  }

  private static String shown(String detail) {
    return detail.isEmpty() ? "" : " (" + detail + ")";
  }
}
