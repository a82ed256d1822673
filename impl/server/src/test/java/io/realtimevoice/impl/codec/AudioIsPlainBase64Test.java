package io.realtimevoice.impl.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 4648, section 4; characters outside the alphabet are refused, as section 3.3 demands. */
class AudioIsPlainBase64Test {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "AAAAA",
        "A===",
        "=",
        "AA=A",
        "AAA=A",
        "AAAA====",
        "AA-_",
        "AA AA",
        " AAAA",
        "AAAA\\n",
        "AAAA\\r\\nAAAA",
        "AAA*",
        "你好",
        "ＡＡＡＡ",
        "data:audio/pcm;base64,AAAA",
        "\\u0000AAA"
      })
  void anythingElseIsRefused(String data) {
    Json.assertRefused(
        ErrorCode.BAD_AUDIO, "base64", "{\"type\":\"audio\",\"data\":\"" + data + "\"}");
  }

  @Test
  void everyByteSurvives() throws BadMessageException {
    byte[] bytes = new byte[10_001];
    new Random(7).nextBytes(bytes);

    assertArrayEquals(bytes, decoded(Base64.getEncoder().encodeToString(bytes)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/+8=", "/+8", "\\/+8="})
  void theLastSignsMayBeMissing(String data) throws BadMessageException {
    assertArrayEquals(new byte[] {(byte) 0xff, (byte) 0xef}, decoded(data));
  }

  private static byte[] decoded(String data) throws BadMessageException {
    ClientMessage.Audio audio =
        (ClientMessage.Audio)
            Json.CODEC.decode("{\"type\":\"audio\",\"data\":\"" + data + "\",\"isEnd\":false}");
    byte[] bytes = new byte[audio.data().remaining()];
    audio.data().get(bytes);
    return bytes;
  }
}
