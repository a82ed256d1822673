package io.realtimevoice.sample.tones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DetectorAllocatesNothingTest {

  /** What the measurement itself, and the virtual machine on this thread, may allocate. */
  private static final long NOISE_BYTES = 10_000;

  @Test
  void forMinutesOfKeysAndNoise() {
    ToneSynth synth = ToneSynth.at(8_000);
    Random random = new Random(1);
    short[] samples = synth.withNoise(synth.keys(Sounds.randomKeys(500, random)), 20, random);
    CountingListener listener = new CountingListener();
    ToneDetector detector = new ToneDetector(8_000, listener);
    hear(detector, samples);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();

    long before = threads.getThreadAllocatedBytes(thread);
    hear(detector, samples);
    long allocated = threads.getThreadAllocatedBytes(thread) - before;

    assertTrue(allocated < NOISE_BYTES, allocated + " bytes for 80 s of audio");
    assertEquals(1_000, listener.keys);
  }

  private static void hear(ToneDetector detector, short[] samples) {
    for (short sample : samples) {
      detector.sample(sample);
    }
  }

  private static final class CountingListener implements ToneListener {
    private int keys;

    @Override
    public void began(char key, long startMillis) {}

    @Override
    public void ended(char key, long startMillis, long endMillis) {
      keys++;
    }
  }
}
