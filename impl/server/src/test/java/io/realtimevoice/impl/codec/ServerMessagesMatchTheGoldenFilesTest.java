package io.realtimevoice.impl.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.realtimevoice.Transcript;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.protocol.ServerMessage;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ServerMessagesMatchTheGoldenFilesTest {

  private static final long TIME = 1_700_000_000_123L;

  @ParameterizedTest
  @MethodSource("messages")
  void toTheLetter(String file, ServerMessage message) {
    assertEquals(Json.golden(file), Json.CODEC.encode(message));
  }

  @Test
  void noKindOfMessageIsForgotten() {
    Set<Class<?>> covered =
        messages().map(each -> each.get()[1].getClass()).collect(Collectors.toSet());

    assertEquals(Set.of(ServerMessage.class.getPermittedSubclasses()), covered);
  }

  static Stream<Arguments> messages() {
    return Stream.of(
        Arguments.of(
            "welcome",
            new ServerMessage.Welcome(
                "已连接，可以开始说话。",
                TIME,
                1,
                "s-1",
                2,
                new ServerMessage.Limits(262_144, 65_536, 300_000),
                List.of(1, 4, 6),
                "n-1",
                new ServerMessage.Resumption("t-1", 5_000, 120_000))),
        Arguments.of(
            "welcome-without-audio",
            new ServerMessage.Welcome("Connected.", 0, 1, "s-1", 1, null, List.of(), null, null)),
        Arguments.of("ready", new ServerMessage.Ready("Ready: please speak.")),
        Arguments.of(
            "result",
            new ServerMessage.Result(
                "v-1",
                new Transcript(
                    "你好 \"world\"",
                    true,
                    List.of(
                        new Transcript.Word("你好", 0, 480),
                        new Transcript.Word("\"world\"", 500, 980))))),
        Arguments.of("result-partial", new ServerMessage.Result("v-1", Transcript.partial(""))),
        Arguments.of(
            "stopped",
            new ServerMessage.Stopped("Finished.", "c-1", "你好", 9_007_199_254_740_993L, 1_500L)),
        Arguments.of(
            "stopped-without-duration", new ServerMessage.Stopped("Finished.", "c-1", "", 0, null)),
        Arguments.of("error", new ServerMessage.ErrorMessage(ErrorCode.UNKNOWN_TYPE, "What?")),
        Arguments.of("error-fatal", new ServerMessage.ErrorMessage(ErrorCode.REFUSED, "Not here.")),
        Arguments.of(
            "error-fatal-for-a-while",
            new ServerMessage.ErrorMessage(ErrorCode.FLOOD, "Slow down.")),
        Arguments.of(
            "error-slow-down",
            new ServerMessage.ErrorMessage(
                ErrorCode.TOO_FAST, "Slow down.", Duration.ofMillis(500), null)),
        Arguments.of(
            "error-start-over",
            new ServerMessage.ErrorMessage(
                ErrorCode.RESUME_LOST, "Start over.", Duration.ZERO, 12L)),
        Arguments.of("ack", new ServerMessage.Ack(12)),
        Arguments.of("heartbeat", new ServerMessage.Heartbeat(12, TIME)),
        Arguments.of("resumed", new ServerMessage.Resumed("s-1", "t-2", 12)),
        Arguments.of("goaway", new ServerMessage.GoAway("draining", 10_000)),
        Arguments.of("gap", new ServerMessage.Gap(6_400)),
        Arguments.of("echo", new ServerMessage.Echo("{\"type\":\"x\"}\n你好", TIME)));
  }
}
