package io.realtimevoice.client;

import io.realtimevoice.client.network.Silence;
import io.realtimevoice.client.transport.Inquiry;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The times that one connection keeps to until it is READY, and what is said if it does not. */
final class Countdown {

  /** Told what is late; nothing after the stop. */
  interface Listener {
    /** Nothing proves that both directions work; told once. */
    void silent(Finding finding);

    /** There is no time left. */
    void expired(Finding finding);
  }

  private final Platform platform;
  private final Settings settings;
  private final Greetings greetings;
  private final Listener listener;
  private final List<Clock.Timer> timers = new ArrayList<>();

  /** Until the handshake begins that it does, and then the connection's own. */
  private Clock.@Nullable Timer limit;

  private Inquiry.@Nullable Answer answer;
  private long openedAt;
  private boolean open;
  private boolean proven;
  private boolean silent;
  private boolean stopped;

  Countdown(Platform platform, Settings settings, Greetings greetings, Listener listener) {
    this.platform = platform;
    this.settings = settings;
    this.greetings = greetings;
    this.listener = listener;
  }

  void begin() {
    limit(this::neverBegun);
  }

  /** The handshake begins, and all the time with it. */
  void handshake() {
    limit(this::expire);
  }

  void open() {
    open = true;
    openedAt = platform.clock().millis();
    // Half-way, so that the answer is there when the silence is noticed.
    after(settings.silenceMs() / 2, this::inquire);
    after(settings.silenceMs(), this::noticeSilence);
  }

  /** Both directions work; if it is not READY yet, it waits for its session. */
  void proven() {
    proven = true;
  }

  /** Does something later, unless this has stopped. */
  void after(long delayMs, Runnable task) {
    timers.add(platform.clock().after(delayMs, () -> unlessStopped(task)));
  }

  /** It is READY, or over. */
  void stop() {
    stopped = true;
    silent = false;
    timers.forEach(Clock.Timer::cancel);
    timers.clear();
    cancelLimit();
  }

  boolean isSilent() {
    return silent;
  }

  long sinceOpenMs() {
    return platform.clock().millis() - openedAt;
  }

  /** What its silence means, as far as is known now. */
  Finding silence() {
    return proven
        ? Silence.ofResume(sinceOpenMs())
        : Silence.of(greetings.isWelcomed(), sinceOpenMs(), answer);
  }

  private void limit(Runnable task) {
    cancelLimit();
    limit = platform.clock().after(settings.welcomeTimeoutMs(), () -> unlessStopped(task));
  }

  private void cancelLimit() {
    if (limit != null) {
      limit.cancel();
      limit = null;
    }
  }

  private void unlessStopped(Runnable task) {
    if (!stopped) {
      task.run();
    }
  }

  private void inquire() {
    platform.inquiry().ask(greetings.nonce(), told -> answer = told);
  }

  private void noticeSilence() {
    silent = true;
    listener.silent(silence());
  }

  /** That is nobody's fault but this machine's. */
  private void neverBegun() {
    String fact = "no thread was free for the handshake in " + settings.welcomeTimeoutMs() + " ms";
    listener.expired(Finding.of(Verdict.CONNECT_FAILED, Confidence.MEDIUM, fact));
  }

  private void expire() {
    listener.expired(open ? silence() : notOpen());
  }

  /** How far it got is not known: it may be TLS, or the handshake. */
  private Finding notOpen() {
    String fact = "not open in " + settings.welcomeTimeoutMs() + " ms";
    return Finding.of(Verdict.CONNECT_TIMED_OUT, Confidence.MEDIUM, fact);
  }
}
