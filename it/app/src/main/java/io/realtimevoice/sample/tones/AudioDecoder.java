package io.realtimevoice.sample.tones;

import java.nio.ByteBuffer;

/** Turns bytes, cut anywhere, into samples. */
@FunctionalInterface
public interface AudioDecoder {

  /**
   * Takes the next bytes.
   *
   * @param bytes from position to limit, which are consumed
   * @throws BadAudioException if they are not in the format that is expected
   */
  void decode(ByteBuffer bytes);
}
