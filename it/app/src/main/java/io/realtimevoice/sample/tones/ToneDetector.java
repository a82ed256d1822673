package io.realtimevoice.sample.tones;

/**
 * Recognises telephone keys (DTMF) in a stream of samples: the tones of ITU-T Recommendation Q.23,
 * under the conditions of Q.24, whose annex A lists what administrations demand of a receiver.
 *
 * <p>Every 2.5 ms {@link Spectrum} looks at the latest 12.5 ms. When it has seen the same key for
 * some blocks, {@link TonePair} measures the latest 30 ms. If these are the tones of the key, it
 * has begun, and is followed until their level has been low for 20 ms.
 *
 * <table>
 * <caption>What is a key</caption>
 * <tr><th></th><th>accepted</th><th>refused</th></tr>
 * <tr><td>tone</td><td>from 40 ms</td><td>up to 25 ms</td></tr>
 * <tr><td>pause between equal keys</td><td>from 25 ms</td><td>up to 15 ms: one key</td></tr>
 * <tr><td>each frequency off by</td><td>up to 1.6 %</td><td>from 2.2 %</td></tr>
 * <tr><td>low tone stronger by (also called normal or forward twist)</td><td>up to 8 dB</td>
 *     <td>from 10 dB</td></tr>
 * <tr><td>high tone stronger by (reverse twist)</td><td>up to 4 dB</td><td>from 6 dB</td></tr>
 * <tr><td>each tone's level below full scale</td><td>up to 48 dB</td><td>from 52 dB</td></tr>
 * <tr><td>noise below the tones, over the whole band</td><td>from 15 dB</td><td></td></tr>
 * </table>
 *
 * <p>Between the columns it is one or the other. The twist that Q.24 gives for AT&amp;T is the same
 * (high tone against low tone: +4 to -8 dB); some authors have the two names the other way round.
 *
 * <p>The result does not depend on how the stream is cut into calls. Nothing is allocated. Not for
 * several threads.
 */
public final class ToneDetector {

  /** Below, the high tones cannot be told from their mirror images. */
  public static final int LOWEST_RATE = 8_000;

  /** Above, a block would only be larger. */
  public static final int HIGHEST_RATE = 192_000;

  private static final double BLOCK_SECONDS = 0.0125;
  private static final double HOP_SECONDS = 0.0025;
  private static final double SEARCH_STEP_SECONDS = 0.001;
  private static final double KEPT_SECONDS = 0.100;

  /** Q.24 leaves open what is between 23 ms, which must be refused, and 40 ms. */
  private static final double LEAST_TONE_SECONDS = 0.030;

  /** 10 ms must be bridged, 40 ms must not be. */
  private static final double LEAST_PAUSE_SECONDS = 0.020;

  private static final int LEAST_BLOCKS = 6;
  private static final double MILLIS = 1_000;

  private final int sampleRate;
  private final ToneListener listener;
  private final Spectrum spectrum;
  private final TonePair tones;
  private final History history;
  private final Block block;
  private final KeyRun run = new KeyRun();
  private final Press press = new Press();
  private final int hop;
  private final int searchStep;
  private final int leastTone;
  private final int leastPause;
  private long position;
  private long last = Long.MAX_VALUE;
  private int untilBlock;

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
    spectrum = new Spectrum(sampleRate);
    tones = new TonePair(sampleRate);
    history = new History(samples(KEPT_SECONDS));
    block = new Block(samples(BLOCK_SECONDS));
    hop = samples(HOP_SECONDS);
    searchStep = samples(SEARCH_STEP_SECONDS);
    leastTone = samples(LEAST_TONE_SECONDS);
    leastPause = samples(LEAST_PAUSE_SECONDS);
    untilBlock = hop;
  }

  /**
   * Takes the next sample.
   *
   * @param sample signed 16 bits
   */
  public void sample(short sample) {
    history.add(sample);
    position++;
    untilBlock--;
    if (untilBlock == 0) {
      untilBlock = hop;
      analyse();
    }
  }

  /** The stream has ended, and a key that still sounds with it. To be called once, at last. */
  public void finish() {
    last = position;
    int silence = leastPause + 2 * block.length();
    for (int i = 0; i < silence; i++) {
      sample((short) 0);
    }
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
    block.take(history, 0);
    run.count(spectrum, spectrum.hasKey(block));
    if (press.sounding()) {
      follow();
    } else if (run.blocks() >= LEAST_BLOCKS && tones.tune(history, run.row(), run.column())) {
      begin();
    }
  }

  private void begin() {
    double now = centre();
    double level = tones.level(block);
    if (level < Press.EDGE_LEVEL) {
      return;
    }
    double start = now - length(level);
    if (now - start >= leastTone) {
      press.begin(run.key(), Math.max(0, start), now);
      listener.began(press.key(), millis(press.start()));
    }
  }

  /**
   * How long the tones have sounded, up to the centre of the latest block; their level is there.
   */
  private double length(double latest) {
    double level = latest;
    int furthest = history.kept() - block.length();
    for (int back = searchStep; back <= furthest; back += searchStep) {
      block.take(history, back);
      double earlier = tones.level(block);
      if (earlier < Press.EDGE_LEVEL) {
        return back - searchStep * (1 - Press.crossing(level, earlier));
      }
      level = earlier;
    }
    return furthest;
  }

  private void follow() {
    press.follow(run.isOther(press.key()) ? 0 : tones.level(block), centre(), hop);
    if (centre() - press.end() >= leastPause) {
      press.over();
      listener.ended(
          press.key(), millis(press.start()), millis(Math.min((double) last, press.end())));
    }
  }

  /** Where the middle of the latest block is. */
  private double centre() {
    return position - block.length() / 2.0;
  }

  private int samples(double seconds) {
    return (int) Math.round(seconds * sampleRate);
  }

  private long millis(double samples) {
    return Math.round(samples * MILLIS / sampleRate);
  }
}
