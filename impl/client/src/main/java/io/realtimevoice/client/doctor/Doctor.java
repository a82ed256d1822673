package io.realtimevoice.client.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The command line of the doctor.
 *
 * <p>Exit codes, by the class of the verdict: 0 healthy; 1 the network; 2 TLS; 3 HTTP, or a proxy;
 * 4 the server, or its application; 5 the client, the address, or wrong usage.
 */
public final class Doctor {

  private final PrintStream out;
  private final PrintStream err;
  private final boolean colours;
  private final Trust trust;

  Doctor(PrintStream out, PrintStream err, boolean colours, Trust trust) {
    this.out = out;
    this.err = err;
    this.colours = colours;
    this.trust = trust;
  }

  /**
   * Examines a channel, and exits.
   *
   * @param arguments as in the usage, which {@code --help} prints
   * @throws InterruptedException if the thread was
   * @throws GeneralSecurityException if this JVM has no TLS
   */
  public static void main(String... arguments)
      throws InterruptedException, GeneralSecurityException {
    boolean colours = Terminal.isThere() && System.getenv("NO_COLOR") == null;
    PrintStream out = readable(arguments);
    int exitCode = new Doctor(out, System.err, colours, Trust.in(null)).run(arguments);
    out.flush();
    System.exit(exitCode);
  }

  /** JSON is UTF-8, and so is Chinese where the system's own charset has none. */
  private static PrintStream readable(String... arguments) {
    boolean json = Arrays.asList(arguments).contains("--json");
    Charset own = Charset.defaultCharset();
    boolean chinese = own.canEncode() && own.newEncoder().canEncode('\u8bca');
    return json || !chinese
        ? new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8)
        : System.out;
  }

  int run(String... arguments) throws InterruptedException {
    if (Arrays.asList(arguments).contains("--help")) {
      out.print(Options.USAGE);
      return ExitCode.HEALTHY;
    }
    try {
      return examine(Options.of(arguments));
    } catch (Options.UsageException e) {
      err.println(e.getMessage());
      err.print(Options.USAGE);
      return ExitCode.CLIENT;
    }
  }

  private int examine(Options options) throws InterruptedException {
    Locale locale = options.locale();
    ByteArrayOutputStream copy = new ByteArrayOutputStream();
    TextPrinter forBundle = new TextPrinter(new PrintStream(copy, true, UTF_8), locale, false);
    @Nullable TextPrinter live = options.json() ? null : new TextPrinter(out, locale, colours);
    Optional<Target> target = Target.of(options.url());
    if (target.isEmpty()) {
      return badUrl(options);
    }
    forBundle.begin(target.get());
    if (live != null) {
      live.begin(target.get());
    }
    Report report =
        new Examination(
                options,
                target.get(),
                trust,
                InetAddress::getAllByName,
                InstantSource.system(),
                step -> {
                  forBundle.step(step);
                  if (live != null) {
                    live.step(step);
                  }
                })
            .run();
    forBundle.end(report);
    if (live == null) {
      out.println(JsonPrinter.of(report, locale));
    } else {
      live.end(report);
    }
    ServerRecord server = report.server();
    if (server != null && server.timeline() == null) {
      err.println("the server's own timeline cannot be had: " + server.why());
    }
    int exitCode = ExitCode.of(report.finding().verdict());
    return isWritten(options, report, copy.toString(UTF_8)) ? exitCode : ExitCode.CLIENT;
  }

  private boolean isWritten(Options options, Report report, String text) {
    Path file = options.bundle();
    if (file == null) {
      return true;
    }
    try {
      Bundle.write(file, report, options.locale(), text);
      return true;
    } catch (IOException e) {
      err.println("the bundle cannot be written: " + e.getMessage());
      return false;
    }
  }

  /** The URL itself is not shown: what cannot be read cannot be redacted. */
  private int badUrl(Options options) {
    Verdict verdict = Verdict.BAD_URL;
    Finding finding = Finding.of(verdict, Confidence.HIGH, "the URL");
    if (options.json()) {
      out.println(JsonPrinter.bare(finding, options.locale()));
    } else {
      out.println(verdict.title(options.locale()) + " [" + verdict + "]");
      out.println(verdict.advice(options.locale()));
    }
    return ExitCode.of(verdict);
  }
}
