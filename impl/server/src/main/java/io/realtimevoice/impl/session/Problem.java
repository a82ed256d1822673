package io.realtimevoice.impl.session;

import io.realtimevoice.protocol.ErrorCode;

/**
 * Something that the client is told of.
 *
 * @param code what
 * @param subject where, and what is allowed there; may be empty
 */
public record Problem(ErrorCode code, String subject) {

  static Problem of(ErrorCode code) {
    return new Problem(code, "");
  }
}
