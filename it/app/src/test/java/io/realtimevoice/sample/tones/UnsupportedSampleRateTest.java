package io.realtimevoice.sample.tones;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnsupportedSampleRateTest {

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 7_999, 192_001, Integer.MAX_VALUE})
  void isRefusedWithWhatIsSupported(int sampleRate) {
    BadAudioException refusal =
        assertThrows(BadAudioException.class, () -> new ToneDetector(sampleRate, new Heard()));

    assertEquals(
        "audio with " + sampleRate + " samples a second; supported are 8000 to 192000",
        refusal.getMessage());
  }
}
