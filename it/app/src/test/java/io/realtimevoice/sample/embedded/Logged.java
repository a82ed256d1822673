package io.realtimevoice.sample.embedded;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that the channel logs, at every level and with stack traces, until it is closed. */
final class Logged extends Handler implements AutoCloseable {

  private static final Duration GENEROUS = Duration.ofMinutes(2);

  private final Logger logger = Logger.getLogger("io.realtimevoice");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  Logged() {
    logger.setLevel(Level.ALL);
    logger.addHandler(this);
    setLevel(Level.ALL);
  }

  List<String> lines() {
    return lines;
  }

  /** The first line that begins so. */
  synchronized String await(String begin) throws InterruptedException {
    long end = System.nanoTime() + GENEROUS.toNanos();
    while (lines.stream().noneMatch(line -> line.startsWith(begin))) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("no " + begin + " in " + lines);
      }
      wait(left);
    }
    return lines.stream().filter(line -> line.startsWith(begin)).findFirst().orElseThrow();
  }

  @Override
  public synchronized void publish(LogRecord record) {
    StringWriter text = new StringWriter();
    text.append(record.getMessage());
    if (record.getThrown() != null) {
      record.getThrown().printStackTrace(new PrintWriter(text));
    }
    lines.add(text.toString());
    notifyAll();
  }

  @Override
  public void flush() {
    // Nothing waits.
  }

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(null);
  }
}
