package io.realtimevoice.client.doctor;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the doctor was asked.
 *
 * @param url of the channel, as it was typed
 * @param json whether the answer is for programs
 * @param locale of the answer
 * @param miniProgram whether a mini program is to connect
 * @param timeoutMs for each connection and answer, in milliseconds
 * @param holdMs how long the connection is held, in milliseconds
 * @param origin of a web page to play; null for none
 * @param bundle where the support bundle goes; null for nowhere
 * @param token for the server's own record; null for none
 */
record Options(
    String url,
    boolean json,
    Locale locale,
    boolean miniProgram,
    int timeoutMs,
    long holdMs,
    @Nullable String origin,
    @Nullable Path bundle,
    @Nullable Token token) {

  static final String USAGE =
      """
      Usage: java -jar realtime-voice-doctor.jar [OPTIONS] wss://HOST/CONTEXT/realtime-voice/stream
        --hold TIME       holds the connection so long, and says when it is cut (6s; 90s finds
                          the timeouts of most proxies; 0s: not at all)
        --timeout TIME    for each connection and each answer (10s)
        --origin ORIGIN   connects as a page of this origin, such as https://app.example.com
        --mini-program    checks what WeChat demands, too
        --lang zh|en      the language of the answer (the system's)
        --json            the answer as one JSON object
        --bundle FILE.zip writes everything for support, without secrets
        --diagnostics-token env:NAME|file:FILE
                          what realtime-voice.diagnostics-token is on the server, from an
                          environment variable or a file: shows the server's own timeline of the
                          connection, and puts it into the bundle
        --help            this
      TIME is a number with ms, s or m behind it.
      Exit code: 0 healthy, 1 network, 2 TLS, 3 HTTP or proxy, 4 server or application, 5 client,
      address or usage.
      """;

  private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m)");
  private static final long MAX_TIMEOUT_MS = 600_000;

  /** The arguments make no sense. */
  static final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
      super(message);
    }
  }

  static Options of(String... arguments) throws UsageException {
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(arguments));
    @Nullable String url = null;
    boolean json = false;
    Locale locale = Locale.getDefault();
    boolean miniProgram = false;
    long timeoutMs = 10_000;
    long holdMs = 6_000;
    @Nullable String origin = null;
    @Nullable Path bundle = null;
    @Nullable Token token = null;
    while (!rest.isEmpty()) {
      String argument = rest.remove();
      switch (argument) {
        case "--json" -> json = true;
        case "--mini-program" -> miniProgram = true;
        case "--lang" -> locale = locale(value(argument, rest));
        case "--timeout" -> timeoutMs = millis(argument, value(argument, rest));
        case "--hold" -> holdMs = millis(argument, value(argument, rest));
        case "--origin" -> origin = origin(value(argument, rest));
        case "--bundle" -> bundle = path(value(argument, rest));
        case "--diagnostics-token" -> token = Token.from(value(argument, rest));
        default -> {
          if (argument.startsWith("-") || url != null) {
            throw new UsageException("unknown argument");
          }
          url = argument;
        }
      }
    }
    if (url == null) {
      throw new UsageException("a URL is missing");
    }
    if (timeoutMs < 1 || timeoutMs > MAX_TIMEOUT_MS) {
      throw new UsageException("--timeout must be 1ms to 10m");
    }
    return new Options(
        url, json, locale, miniProgram, (int) timeoutMs, holdMs, origin, bundle, token);
  }

  private static String value(String option, Deque<String> rest) throws UsageException {
    if (rest.isEmpty()) {
      throw new UsageException(option + " needs a value");
    }
    return rest.remove();
  }

  private static Locale locale(String language) throws UsageException {
    return switch (language) {
      case "zh" -> Locale.CHINESE;
      case "en" -> Locale.ENGLISH;
      default -> throw new UsageException("--lang must be zh or en");
    };
  }

  private static long millis(String option, String time) throws UsageException {
    Matcher matcher = TIME.matcher(time);
    if (!matcher.matches()) {
      throw new UsageException(option + " needs a time such as 90s");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> number;
      case "s" -> number * 1_000;
      default -> number * 60_000;
    };
  }

  private static String origin(String origin) throws UsageException {
    if (!origin.matches("[\\x21-\\x7e]+")) {
      throw new UsageException("--origin needs one such as https://app.example.com");
    }
    return origin;
  }

  private static Path path(String file) throws UsageException {
    try {
      return Path.of(file);
    } catch (InvalidPathException e) {
      throw new UsageException("--bundle needs the name of a file");
    }
  }
}
