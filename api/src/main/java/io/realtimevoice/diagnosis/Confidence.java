package io.realtimevoice.diagnosis;

/** How sure a diagnosis is. */
public enum Confidence {
  /** The evidence fits several causes. */
  LOW,
  /** The evidence fits this cause best. */
  MEDIUM,
  /** The evidence leaves no other cause. */
  HIGH
}
