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
  private static final int HIGHEST_PORT = 65_535;
  private static final int WRONG_ARGUMENTS = 2;

  private static final String USAGE =
      """
      Usage:
        java -jar realtime-voice-sample.jar [PORT]            the server, on 127.0.0.1 (8080); 0: any
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
   * Runs what the arguments say, and exits with 0 if that went well, with 1 if it did not, and with
   * 2 for wrong arguments.
   *
   * @param arguments as in the usage, which {@code --help} prints
   * @throws InterruptedException if the thread was
   */
  public static void main(String... arguments) throws InterruptedException {
    int exitCode = run(System.out, arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static int run(PrintStream out, String... arguments) throws InterruptedException {
    if (arguments.length == 0) {
      return serve(out, DEFAULT_PORT);
    }
    String[] rest = Arrays.copyOfRange(arguments, 1, arguments.length);
    return switch (arguments[0]) {
      case "send" -> WavSender.run(out, rest);
      case "tones" -> ToneFile.write(out, rest);
      case "--help" -> usage(out, 0);
      default ->
          rest.length == 0 && isPort(arguments[0])
              ? serve(out, Integer.parseInt(arguments[0]))
              : usage(out, WRONG_ARGUMENTS);
    };
  }

  private static boolean isPort(String argument) {
    return argument.matches("\\d{1,5}") && Integer.parseInt(argument) <= HIGHEST_PORT;
  }

  private static int usage(PrintStream out, int exitCode) {
    out.print(USAGE);
    return exitCode;
  }

  private static int serve(PrintStream out, int port) throws InterruptedException {
    try (EmbeddedServer server = EmbeddedServer.start(port)) {
      out.printf(
          """

          The realtime-voice sample runs:
            %1$s%2$s   telephone keys to text; engineType loopback plays back
            %1$s%3$s     sends everything back
          Open the console page to see it and to talk to it:
            %4$s
          Make a file with the tones of some keys, and send it, from another terminal:
            java -jar it/app/target/realtime-voice-sample.jar tones "0123456789*#ABCD" tones.wav
            java -jar it/app/target/realtime-voice-sample.jar send tones.wav %1$s%2$s
          Stop it with Ctrl-C.
          """,
          server.uri(), Protocol.STREAM_PATH, Protocol.TEST_PATH, server.console());
      server.awaitStop();
      return 0;
    } catch (IOException e) {
      out.println(e.getMessage());
      return 1;
    }
  }
}
