package io.realtimevoice.sample.tones;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/** The keys that a detector has told of. */
final class Heard implements ToneListener {

  record Key(char key, long startMillis, long endMillis) {}

  private final List<Key> keys = new ArrayList<>();
  private char sounding;
  private long soundingSince;

  static Heard in(short[] samples, int sampleRate) {
    Heard heard = new Heard();
    ToneDetector detector = new ToneDetector(sampleRate, heard);
    for (short sample : samples) {
      detector.sample(sample);
    }
    detector.finish();
    return heard;
  }

  List<Key> keys() {
    return keys;
  }

  String text() {
    return keys.stream().map(each -> String.valueOf(each.key())).collect(joining());
  }

  @Override
  public void began(char key, long startMillis) {
    if (sounding != 0) {
      throw new AssertionError(key + " began while " + sounding + " sounds");
    }
    sounding = key;
    soundingSince = startMillis;
  }

  @Override
  public void ended(char key, long startMillis, long endMillis) {
    if (key != sounding || startMillis != soundingSince) {
      throw new AssertionError(key + " ended, but what began was " + sounding);
    }
    sounding = 0;
    keys.add(new Key(key, startMillis, endMillis));
  }
}
