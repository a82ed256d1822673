package io.realtimevoice.sample.tones;

/**
 * Recognises telephone keys in a stream of samples.
 *
 * <p>Blocks of 12.5 ms, a new one every 2.5 ms, go through {@link Spectrum}. A key is a run of
 * blocks with the same two tones that lasts for at least 32 ms: Q.24 (annex A) leaves open what is
 * between 20 to 25 ms, which must be refused, and 40 ms, which must be accepted. The same key again
 * is a new one after a pause of 20 ms: 10 ms must be bridged, 40 ms must not be. Frequencies, twist
 * and purity are measured over the run, see {@link ToneRun}.
 *
 * <p>The result does not depend on how the stream is cut into calls. Nothing is allocated. Not for
 * several threads.
 */
public final class ToneDetector {

  /** Below, the high tones cannot be told from their mirror images. */
  public static final int LOWEST_RATE = 8_000;

  /** Above, a block would only be larger. */
  public static final int HIGHEST_RATE = 192_000;

  private static final double FULL_SCALE = 32_768;
  private static final double BLOCK_SECONDS = 0.0125;
  private static final double HOP_SECONDS = 0.0025;
  private static final double LEAST_TONE_SECONDS = 0.032;
  private static final double LEAST_PAUSE_SECONDS = 0.020;
  private static final long MILLIS = 1_000;

  private final ToneListener listener;
  private final Spectrum spectrum;
  private final int sampleRate;
  private final double[] block;
  private final int hop;
  private final int edge;
  private final long leastTone;
  private final long leastPause;
  private ToneRun told;
  private ToneRun candidate;
  private long position;
  private int filled;
  private boolean lastBlockHadKey;

  /**
   * A detector at the start of a stream.
   *
   * @param sampleRate samples a second, from {@link #LOWEST_RATE} to {@link #HIGHEST_RATE}
   * @param listener told of keys, within the calls
   * @throws BadAudioException if the rate is another one
   */
  public ToneDetector(int sampleRate, ToneListener listener) {
    this.sampleRate = supported(sampleRate);
    this.listener = listener;
    this.block = new double[samples(BLOCK_SECONDS)];
    this.hop = samples(HOP_SECONDS);
    this.edge = (int) Math.round(Spectrum.PURITY * block.length);
    this.leastTone = samples(LEAST_TONE_SECONDS);
    this.leastPause = samples(LEAST_PAUSE_SECONDS);
    this.spectrum = new Spectrum(sampleRate, hop);
    this.told = new ToneRun(seconds(block.length), seconds(hop));
    this.candidate = new ToneRun(seconds(block.length), seconds(hop));
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
    end(Math.min(told.end(), position));
  }

  static int supported(long sampleRate) {
    if (sampleRate < LOWEST_RATE || sampleRate > HIGHEST_RATE) {
      throw new BadAudioException(
          String.format(
              "audio with %d samples a second; supported are %d to %d",
              sampleRate, LOWEST_RATE, HIGHEST_RATE));
    }
    return (int) sampleRate;
  }

  private void analyse() {
    boolean key = spectrum.hasKey(block);
    // A tone that fills just the accepted part of a block begins, or ends, this far from its edge.
    long until = position - block.length + edge;
    if (key) {
      follow(until);
    }
    if (until - told.end() >= leastPause) {
      end(told.end());
    }
    if (until - candidate.end() >= leastPause) {
      candidate.over();
    }
    lastBlockHadKey = key;
  }

  private void follow(long until) {
    if (told.hasKeyOf(spectrum)) {
      told.add(spectrum, until);
      candidate.over();
    } else if (!candidate.hasKeyOf(spectrum)) {
      candidate.begin(spectrum, Math.max(0, position - edge), until);
    } else if (lastBlockHadKey) {
      candidate.addNext(spectrum, until);
    } else {
      candidate.add(spectrum, until);
    }
    if (candidate.sounding()
        && candidate.end() - candidate.start() >= leastTone
        && candidate.isKey()) {
      end(told.end());
      tell();
    }
  }

  private void tell() {
    ToneRun before = told;
    told = candidate;
    candidate = before;
    listener.began(told.key(), millis(told.start()));
  }

  private void end(long at) {
    if (told.sounding()) {
      told.over();
      listener.ended(told.key(), millis(told.start()), millis(at));
    }
  }

  private int samples(double seconds) {
    return (int) Math.round(seconds * sampleRate);
  }

  private double seconds(int samples) {
    return (double) samples / sampleRate;
  }

  private long millis(long samples) {
    return samples * MILLIS / sampleRate;
  }
}
