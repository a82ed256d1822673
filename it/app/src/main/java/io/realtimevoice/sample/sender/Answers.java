package io.realtimevoice.sample.sender;

import io.realtimevoice.client.VoiceListener;
import io.realtimevoice.client.VoiceProblem;
import io.realtimevoice.diagnosis.Verdict;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.util.regex.Pattern;

/** Prints what the server sends, each with its time. */
final class Answers implements VoiceListener {

  /** No close frame was seen. */
  private static final int ABNORMAL = 1006;

  private static final Pattern TOKEN = Pattern.compile("(\"resumeToken\":\")[^\"]*");

  private final PrintStream out;
  private final long begun = System.nanoTime();

  Answers(PrintStream out) {
    this.out = out;
  }

  @Override
  public void onText(String message) {
    // Whoever has the token may go on with the session.
    print(TOKEN.matcher(message).replaceAll("$1…"));
  }

  @Override
  public void onAudio(ByteBuffer audio) {
    print("(audio, " + audio.remaining() + " bytes)");
  }

  void lost(VoiceProblem problem) {
    Integer code = problem.closeCode();
    if (problem.verdict() == Verdict.NOT_STARTED) {
      print("(the server has ended the stream)");
      return;
    }
    print(
        code == null || code == ABNORMAL
            ? "(connection lost: " + problem.detail() + ")"
            : "(closed with " + code + " " + problem.detail() + ")");
  }

  void missing(String what, long seconds) {
    print("(" + what + " in " + seconds + " s)");
  }

  private void print(String line) {
    out.printf("%8.3f s  %s%n", (System.nanoTime() - begun) / 1e9, line);
  }
}
