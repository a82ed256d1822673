package io.realtimevoice.impl.codec;

import io.realtimevoice.protocol.ErrorCode;

/** A message of a client that cannot be understood. Never carries what the client sent. */
public final class BadMessageException extends Exception {

  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final String subject;

  BadMessageException(ErrorCode code, String subject) {
    super(code + ": " + subject, null, false, false);
    this.code = code;
    this.subject = subject;
  }

  /**
   * What is wrong.
   *
   * @return a code that is not fatal
   */
  public ErrorCode code() {
    return code;
  }

  /**
   * Where it is wrong, and what is allowed there.
   *
   * @return for the error's text, such as {@code "needvad: integer"}
   */
  public String subject() {
    return subject;
  }
}
