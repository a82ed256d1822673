package io.realtimevoice.sample;

import io.realtimevoice.protocol.Protocol;
import io.realtimevoice.sample.embedded.EmbeddedServer;
import io.realtimevoice.sample.sender.WavSender;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Arrays;

/** The sample application without a server around it, and a sender to try it with. */
public final class Main {

  private static final int DEFAULT_PORT = 8080;

  private static final String USAGE =
      """
      Usage:
        java -jar realtime-voice-sample.jar [PORT]            the server, on 127.0.0.1 (8080)
        java -jar realtime-voice-sample.jar send [OPTIONS] FILE.wav [URL]
                                                              streams a WAV file, prints the answers
        java -jar realtime-voice-sample.jar tones KEYS FILE.wav
                                                              writes the tones of telephone keys
      Options of send:
        --speed N        N times as fast as it sounds; 0: as fast as it goes (1)
        --engine NAME    engineType of the start message (tones)
        --json           base64 in JSON messages instead of binary messages
        --token TOKEN    token of the start message
      URL is ws://127.0.0.1:8080/sample/realtime-voice/stream unless given; wss:// works, too.
      """;

  private Main() {}

  /**
   * Runs what the arguments say.
   *
   * @param arguments as in the usage, which {@code --help} prints
   * @throws Exception what cannot be mended here
   */
  public static void main(String... arguments) throws Exception {
    PrintStream out = System.out;
    String first = arguments.length == 0 ? Integer.toString(DEFAULT_PORT) : arguments[0];
    String[] rest =
        arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
    switch (first) {
      case "send" -> System.exit(WavSender.run(out, rest));
      case "tones" -> ToneFile.write(out, rest);
      default -> {
        if (first.matches("\\d{1,5}")) {
          serve(out, Integer.parseInt(first));
        } else {
          out.print(USAGE);
        }
      }
    }
  }

  private static void serve(PrintStream out, int port) throws IOException, InterruptedException {
    try (EmbeddedServer server = EmbeddedServer.start(port)) {
      out.printf(
          """

          The realtime-voice sample runs:
            %1$s%2$s   telephone keys to text; engineType loopback plays back
            %1$s%3$s     sends everything back
          Make a file with the tones of some keys, and send it, from another terminal:
            java -jar it/app/target/realtime-voice-sample.jar tones "0123456789*#ABCD" tones.wav
            java -jar it/app/target/realtime-voice-sample.jar send tones.wav %1$s%2$s
          Stop it with Ctrl-C.
          """,
          server.uri(), Protocol.STREAM_PATH, Protocol.TEST_PATH);
      server.awaitStop();
    }
  }
}
