package io.realtimevoice.it;

import io.realtimevoice.it.client.VoiceClient;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.Arrays;

/** One dictation over one connection, from the welcome to {@code stopped}. */
final class Dictation {

  /** 20 ms of 16 kHz PCM16. */
  private static final int BINARY_FRAME = 640;

  /** 10 KB of base64. */
  private static final int JSON_FRAME = 7_680;

  private Dictation() {}

  /** Sends PCM as binary messages of 640 bytes, and gives {@code stopped}. */
  static JsonObject binary(URI channel, byte[] pcm) throws Exception {
    try (VoiceClient client = open(channel)) {
      for (int at = 0; at < pcm.length; at += BINARY_FRAME) {
        client.sendBinary(piece(pcm, at, BINARY_FRAME));
      }
      return stopped(client);
    }
  }

  /** Sends PCM as JSON messages of 10 KB, and gives {@code stopped}. */
  static JsonObject json(URI channel, byte[] pcm) throws Exception {
    try (VoiceClient client = open(channel)) {
      for (int at = 0; at < pcm.length; at += JSON_FRAME) {
        client.send(Messages.audio(piece(pcm, at, JSON_FRAME)));
      }
      return stopped(client);
    }
  }

  private static VoiceClient open(URI channel) throws Exception {
    VoiceClient client = VoiceClient.connect(channel);
    client.awaitType("welcome");
    client.send(Messages.start("16k_zh"));
    client.awaitType("ready");
    return client;
  }

  private static JsonObject stopped(VoiceClient client) throws Exception {
    client.sendText(Messages.STOP);
    return client.awaitType("stopped");
  }

  private static byte[] piece(byte[] whole, int at, int size) {
    return Arrays.copyOfRange(whole, at, Math.min(whole.length, at + size));
  }
}
