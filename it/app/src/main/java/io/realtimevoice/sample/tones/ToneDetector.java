package io.realtimevoice.sample.tones;

/**
 * Recognises telephone keys in a stream of samples.
 *
 * <p>Blocks of 12.5 ms, a new one every 2.5 ms, go through {@link Spectrum}. A key is a run of
 * blocks with the same two tones that lasts for at least 32 ms: Q.24 (annex A) leaves open what is
 * between 20 to 25 ms, which must be refused, and 40 ms, which must be accepted. The same key again
 * is a new one after a pause of 20 ms: 10 ms must be bridged, 40 ms must not be. A frequency that
 * is off by more than 2.5 % is refused: 1.5 % must be accepted, 3.5 % must not be. Forward twist
 * (low tone stronger) is accepted up to 8 dB, reverse twist up to 4 dB.
 *
 * <p>The result does not depend on how the stream is cut into calls. Nothing is allocated. Not for
 * several threads.
 */
public final class ToneDetector {

  /** Below, the high tones cannot be told from their mirror images. */
  public static final int LOWEST_RATE = 8_000;

  private static final double FULL_SCALE = 32_768;
  private static final double BLOCK_SECONDS = 0.0125;
  private static final double HOP_SECONDS = 0.0025;
  private static final double LEAST_TONE_SECONDS = 0.032;
  private static final double LEAST_PAUSE_SECONDS = 0.020;
  private static final double TOLERANCE = 0.025;
  private static final long MILLIS = 1_000;

  private final ToneListener listener;
  private final Spectrum spectrum;
  private final int sampleRate;
  private final double[] block;
  private final int hop;
  private final int edge;
  private final long leastTone;
  private final long leastPause;
  private final ToneRun run = new ToneRun();
  private long position;
  private int filled;
  private boolean lastBlockInRun;

  /**
   * A detector at the start of a stream.
   *
   * @param sampleRate samples a second, at least {@link #LOWEST_RATE}
   * @param listener told of keys, within the calls
   */
  public ToneDetector(int sampleRate, ToneListener listener) {
    if (sampleRate < LOWEST_RATE) {
      throw new IllegalArgumentException(
          "key tones need " + LOWEST_RATE + " samples a second or more, not " + sampleRate);
    }
    this.sampleRate = sampleRate;
    this.listener = listener;
    this.spectrum = new Spectrum(sampleRate);
    this.block = new double[samples(BLOCK_SECONDS)];
    this.hop = samples(HOP_SECONDS);
    this.edge = (int) Math.round(Spectrum.PURITY * block.length);
    this.leastTone = samples(LEAST_TONE_SECONDS);
    this.leastPause = samples(LEAST_PAUSE_SECONDS);
  }

  /**
   * Takes the next sample.
   *
   * @param sample signed 16 bits
   */
  public void sample(short sample) {
    block[filled] = sample / FULL_SCALE;
    filled++;
    position++;
    if (filled == block.length) {
      analyse();
      System.arraycopy(block, hop, block, 0, block.length - hop);
      filled = block.length - hop;
    }
  }

  /** The stream has ended: a key that still sounds ends with it. */
  public void finish() {
    close(Math.min(run.end(), position));
  }

  private void analyse() {
    boolean key = spectrum.hasKey(block);
    // A tone that fills just the accepted part of a block begins, or ends, this far from its edge.
    long until = position - block.length + edge;
    if (key && run.sounding() && run.key() == spectrum.key()) {
      run.goOn(until);
      if (lastBlockInRun) {
        run.measure(spectrum, hop, TOLERANCE);
      }
    } else if (key) {
      close(run.end());
      run.begin(spectrum.key(), Math.max(0, position - edge), until);
    } else if (run.sounding() && until - run.end() >= leastPause) {
      close(run.end());
    }
    lastBlockInRun = key;
    if (run.sounding() && !run.told() && run.inTune() && run.end() - run.start() >= leastTone) {
      run.tell();
      listener.began(run.key(), millis(run.start()));
    }
  }

  private void close(long end) {
    if (run.sounding() && run.told()) {
      listener.ended(run.key(), millis(run.start()), millis(end));
    }
    run.over();
  }

  private int samples(double seconds) {
    return (int) Math.round(seconds * sampleRate);
  }

  private long millis(long samples) {
    return samples * MILLIS / sampleRate;
  }
}
