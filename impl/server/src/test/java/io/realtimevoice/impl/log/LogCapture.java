package io.realtimevoice.impl.log;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the channel writes to the log, at every level, until it is closed. */
public final class LogCapture extends Handler implements AutoCloseable {

  private static final Duration GENEROUS = Duration.ofMinutes(1);

  private final Logger logger = Logger.getLogger("io.realtimevoice");
  private final List<LogRecord> records = new CopyOnWriteArrayList<>();

  public LogCapture() {
    logger.setLevel(Level.ALL);
    logger.setUseParentHandlers(false);
    logger.addHandler(this);
  }

  /** The lines, oldest first. */
  public List<String> lines() {
    return records.stream().map(LogRecord::getMessage).toList();
  }

  /** The lines of one message, oldest first. */
  public List<String> lines(Message message) {
    return lines().stream().filter(line -> line.startsWith(message.id() + " ")).toList();
  }

  /** Waits until a message was written so many times. */
  public synchronized void await(Message message, int times) throws InterruptedException {
    long deadline = System.nanoTime() + GENEROUS.toNanos();
    while (lines(message).size() < times) {
      long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError(message + " not written " + times + " times: " + lines());
      }
      wait(left);
    }
  }

  /** The throwables that came with the lines of one message, oldest first. */
  public List<Throwable> causes(Message message) {
    return records.stream()
        .filter(record -> record.getMessage().startsWith(message.id() + " "))
        .map(LogRecord::getThrown)
        .toList();
  }

  @Override
  public synchronized void publish(LogRecord record) {
    records.add(record);
    notifyAll();
  }

  @Override
  public void flush() {
    // Nothing waits.
  }

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setUseParentHandlers(true);
    logger.setLevel(null);
  }
}
