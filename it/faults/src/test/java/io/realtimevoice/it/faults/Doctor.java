package io.realtimevoice.it.faults;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The doctor, on the command line. */
final class Doctor implements Observer {

  private static final int HOLD_SECONDS = 20;
  private static final String LAST_BEFORE_HOLD = "[ok] echo";
  private static final Pattern FINDING =
      Pattern.compile("\\[([A-Z_]+), (\\w+) confidence] evidence: ([^;]*)");

  private final Path trustStore;

  Doctor(Path trustStore) {
    this.trustStore = trustStore;
  }

  @Override
  public Observation look(Situation situation) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-Djavax.net.ssl.trustStore=" + trustStore);
    command.add("-Djavax.net.ssl.trustStorePassword=" + Certificates.PASSWORD);
    command.addAll(List.of("-jar", Built.path("realtime-voice-doctor"), "--lang", "en"));
    int hold = situation.breaksLater() ? HOLD_SECONDS : situation.quietSeconds();
    command.addAll(List.of("--hold", hold + "s"));
    command.add(situation.url().toString());
    long begun = System.nanoTime();
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = read(process, situation);
    double seconds = (System.nanoTime() - begun) / 1e9;
    MatchResult finding =
        FINDING
            .matcher(output)
            .results()
            .reduce((first, last) -> last)
            .orElseThrow(() -> new IOException("no finding in " + output));
    return new Observation(
        Verdict.valueOf(finding.group(1)),
        Confidence.valueOf(finding.group(2).toUpperCase(Locale.ROOT)),
        seconds,
        finding.group(3));
  }

  private static String read(Process process, Situation situation) throws Exception {
    StringBuilder output = new StringBuilder();
    boolean broken = false;
    try (BufferedReader lines = process.inputReader(java.nio.charset.StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        output.append(line).append('\n');
        if (!broken && situation.breaksLater() && line.startsWith(LAST_BEFORE_HOLD)) {
          broken = true;
          situation.afterReady().run();
        }
      }
    }
    process.waitFor();
    return output.toString();
  }
}
