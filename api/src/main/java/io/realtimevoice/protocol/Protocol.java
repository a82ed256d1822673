package io.realtimevoice.protocol;

/** The constants of the wire protocol. */
public final class Protocol {

  /** The version that this library speaks. */
  public static final int VERSION = 1;

  /** The path of the channel below the application's context path. */
  public static final String STREAM_PATH = "/realtime-voice/stream";

  /** The path of the self-test below the application's context path. */
  public static final String TEST_PATH = "/realtime-voice/test";

  /** The longest {@code nonce} of a {@code hello}, in UTF-16 code units. */
  public static final int MAX_NONCE_CHARS = 64;

  private Protocol() {}
}
