package io.realtimevoice.impl.connection;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What went over one connection, counted; times are in nanoseconds after the open.
 *
 * <p>Each direction is written by one thread at a time, as the container delivers messages and as
 * the outbox sends frames; read by any thread, which may see a message a moment later. Neither
 * allocates.
 */
public final class Traffic {

  /** The time of what has not happened. */
  public static final long NEVER = -1;

  private static final int TEXTS_IN = 0;
  private static final int CHARS_IN = 1;
  private static final int BINARIES_IN = 2;
  private static final int BYTES_IN = 3;
  private static final int LAST_IN = 4;
  private static final int FIRST_AUDIO_IN = 5;
  private static final int TEXTS_OUT = 6;
  private static final int CHARS_OUT = 7;
  private static final int BINARIES_OUT = 8;
  private static final int BYTES_OUT = 9;
  private static final int LAST_OUT = 10;
  private static final int ALL = 11;

  private final AtomicLongArray counts = new AtomicLongArray(ALL);

  /** Nothing yet. */
  public Traffic() {
    counts.setPlain(LAST_IN, NEVER);
    counts.setPlain(FIRST_AUDIO_IN, NEVER);
    counts.setPlain(LAST_OUT, NEVER);
  }

  /** A text message has come. */
  public void textIn(int chars, long at) {
    add(TEXTS_IN, 1);
    add(CHARS_IN, chars);
    counts.lazySet(LAST_IN, at);
  }

  /** A binary message has come. */
  public void binaryIn(int bytes, long at) {
    add(BINARIES_IN, 1);
    add(BYTES_IN, bytes);
    counts.lazySet(LAST_IN, at);
  }

  /** A message that came is audio. */
  public void audioIn(long at) {
    if (counts.getPlain(FIRST_AUDIO_IN) == NEVER) {
      counts.lazySet(FIRST_AUDIO_IN, at);
    }
  }

  /** Something else has come, as a pong. */
  public void signIn(long at) {
    counts.lazySet(LAST_IN, at);
  }

  /** A text message was written. */
  public void textOut(int chars, long at) {
    add(TEXTS_OUT, 1);
    add(CHARS_OUT, chars);
    counts.lazySet(LAST_OUT, at);
  }

  /** A binary message was written. */
  public void binaryOut(int bytes, long at) {
    add(BINARIES_OUT, 1);
    add(BYTES_OUT, bytes);
    counts.lazySet(LAST_OUT, at);
  }

  /** Something else was written, as a ping. */
  public void signOut(long at) {
    counts.lazySet(LAST_OUT, at);
  }

  /** How many text messages have come. */
  public long textsIn() {
    return counts.getOpaque(TEXTS_IN);
  }

  /** Of how many UTF-16 code units. */
  public long charsIn() {
    return counts.getOpaque(CHARS_IN);
  }

  /** How many binary messages have come. */
  public long binariesIn() {
    return counts.getOpaque(BINARIES_IN);
  }

  /** Of how many bytes. */
  public long bytesIn() {
    return counts.getOpaque(BYTES_IN);
  }

  /** When something came last. */
  public long lastIn() {
    return counts.getOpaque(LAST_IN);
  }

  /** When the first audio came. */
  public long firstAudioIn() {
    return counts.getOpaque(FIRST_AUDIO_IN);
  }

  /** How many text messages were written. */
  public long textsOut() {
    return counts.getOpaque(TEXTS_OUT);
  }

  /** Of how many UTF-16 code units. */
  public long charsOut() {
    return counts.getOpaque(CHARS_OUT);
  }

  /** How many binary messages were written. */
  public long binariesOut() {
    return counts.getOpaque(BINARIES_OUT);
  }

  /** Of how many bytes. */
  public long bytesOut() {
    return counts.getOpaque(BYTES_OUT);
  }

  /** When something was written last. */
  public long lastOut() {
    return counts.getOpaque(LAST_OUT);
  }

  private void add(int which, int more) {
    counts.lazySet(which, counts.getPlain(which) + more);
  }
}
