package io.realtimevoice.impl.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.AudioFormat;
import io.realtimevoice.AudioFormat.Encoding;
import io.realtimevoice.RecognitionOptions;
import io.realtimevoice.StartRequest;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ClientMessage.Report.Step;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ClientMessagesMatchTheGoldenFilesTest {

  @ParameterizedTest
  @MethodSource("messages")
  void fieldByField(String file, ClientMessage message) throws BadMessageException {
    assertEquals(message, Json.CODEC.decode(Json.golden(file)));
  }

  @Test
  void noKindOfMessageIsForgotten() {
    Set<Class<?>> covered =
        messages().map(each -> each.get()[1].getClass()).collect(Collectors.toSet());

    assertEquals(Set.of(ClientMessage.class.getPermittedSubclasses()), covered);
  }

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of("hello", new ClientMessage.Hello(1, Locale.SIMPLIFIED_CHINESE, "n-1")),
        Arguments.of("hello-bare", new ClientMessage.Hello(1, null, null)),
        Arguments.of(
            "start",
            new ClientMessage.Start(
                new StartRequest(
                    "u-1",
                    "secret",
                    "8k_zh",
                    new AudioFormat(Encoding.WAV, 8_000),
                    new RecognitionOptions(1, 2, 1, 2, 0, 2, 800),
                    Map.of()))),
        Arguments.of(
            "start-bare",
            new ClientMessage.Start(
                new StartRequest(
                    null,
                    null,
                    "16k_zh",
                    AudioFormat.DEFAULT,
                    new RecognitionOptions(0, 0, 0, 0, 1, 0, 0),
                    Map.of()))),
        Arguments.of("audio", audio(false, 0x00, 0x01, 0x02, 0xff, 0xef)),
        Arguments.of("audio-last", audio(true)),
        Arguments.of("audio-bare", audio(false)),
        Arguments.of("ack", new ClientMessage.Ack(12)),
        Arguments.of("client-heartbeat", new ClientMessage.Heartbeat(12)),
        Arguments.of("resume", new ClientMessage.Resume("s-1", "t-1", 12, "ticket")),
        Arguments.of("resume-bare", new ClientMessage.Resume("s-1", "t-1", 12, null)),
        Arguments.of(
            "report",
            new ClientMessage.Report(
                "SERVER_SILENT",
                "HIGH",
                "n-1",
                "0b6a5d2e-6f6e-4a35-9a3c-0123456789ab",
                List.of(
                    new Step(12, "open", null, null, null),
                    new Step(30, "welcome", null, null, 1L),
                    new Step(4012, "closed", "SERVER_SILENT", 4480L, null)))),
        Arguments.of("report-bare", new ClientMessage.Report(null, null, null, null, List.of())),
        Arguments.of("stop", new ClientMessage.Stop()));
  }

  private static ClientMessage audio(boolean isEnd, int... bytes) {
    ByteBuffer data = ByteBuffer.allocate(bytes.length);
    for (int each : bytes) {
      data.put((byte) each);
    }
    return new ClientMessage.Audio(data.flip(), isEnd);
  }
}
