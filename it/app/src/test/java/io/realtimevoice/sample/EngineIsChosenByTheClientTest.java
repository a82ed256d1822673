package io.realtimevoice.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import io.realtimevoice.AudioFormat.Encoding;
import io.realtimevoice.VoiceStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EngineIsChosenByTheClientTest {

  private final RecordingSession session = new RecordingSession();

  @ParameterizedTest
  @ValueSource(strings = {"tones", "16k_zh", "8k_zh", "", "Loopback"})
  void tonesByDefault(String engineType) {
    assertInstanceOf(ToneDictation.class, open(engineType));
  }

  @Test
  void loopbackPlaysACopyOfTheAudioBack() {
    ByteBuffer audio = ByteBuffer.wrap(new byte[] {0, 1, 2, 3}, 1, 2);
    VoiceStream loopback = open("loopback");
    loopback.audio(audio);
    audio.array()[1] = 9;

    assertEquals(List.of(ByteBuffer.wrap(new byte[] {1, 2})), session.played);
    assertNotSame(audio.array(), session.played.get(0).array());
    assertEquals("", loopback.end().toCompletableFuture().join().text());
    assertEquals(List.of(), session.results);
  }

  private VoiceStream open(String engineType) {
    return new Engines().open(session, Dictated.request(engineType, Encoding.PCM, 16_000, 0));
  }
}
