package io.realtimevoice.diagnosis;

import java.util.List;

/**
 * A diagnosis, and what it rests on.
 *
 * @param verdict the cause
 * @param confidence how sure it is
 * @param evidence facts such as {@code "HTTP 404"}, in English, without anything secret
 */
public record Finding(Verdict verdict, Confidence confidence, List<String> evidence) {

  /**
   * A diagnosis.
   *
   * @param verdict the cause
   * @param confidence how sure it is
   * @param evidence facts, in English, without anything secret
   */
  public Finding {
    evidence = List.copyOf(evidence);
  }

  /**
   * A diagnosis from one or more facts.
   *
   * @param verdict the cause
   * @param confidence how sure it is
   * @param evidence facts, in English, without anything secret
   * @return the diagnosis
   */
  public static Finding of(Verdict verdict, Confidence confidence, String... evidence) {
    return new Finding(verdict, confidence, List.of(evidence));
  }
}
