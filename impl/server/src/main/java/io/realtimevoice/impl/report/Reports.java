package io.realtimevoice.impl.report;

import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionResumed;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.event.WelcomeDelivered;
import io.realtimevoice.event.WelcomeFailed;
import io.realtimevoice.impl.connection.ConnectionListener;
import io.realtimevoice.impl.connection.Traffic;
import io.realtimevoice.impl.diagnosis.FlightRecorder;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.session.SessionListener;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes what happens to the log, and tells it to the application's observers. */
public final class Reports implements ConnectionListener, SessionListener {

  private final Observers observers;
  private final FlightRecorder recorder;

  /**
   * Reports of one application.
   *
   * @param observers the application's
   * @param recorder keeps what happens, and knows why
   */
  public Reports(Observers observers, FlightRecorder recorder) {
    this.observers = observers;
    this.recorder = recorder;
  }

  @Override
  public void opened(String id, Traffic traffic) {
    recorder.opened(id, traffic);
    Message.OPENED.log(id);
  }

  @Override
  public void closed(ConnectionClosed event) {
    recorder.closed(event);
    Finding finding = recorder.diagnose(event);
    Message.CLOSED.log(
        event.connectionId(),
        event.closeCode(),
        event.duration().toMillis(),
        finding.verdict(),
        finding.confidence(),
        String.join("; ", finding.evidence()));
    observers.tell(event);
  }

  @Override
  public void broken(String id, int closeCode, @Nullable Throwable cause) {
    recorder.broken(id, closeCode, cause);
    if (cause == null) {
      Message.BROKEN.log(id, closeCode);
    } else {
      Message.BROKEN.log(cause, id, closeCode);
    }
  }

  @Override
  public void retrying(String id, int time, @Nullable Throwable cause) {
    recorder.retrying(id, time, cause);
    if (cause == null) {
      Message.SEND_RETRIED.log(id, time);
    } else {
      Message.SEND_RETRIED.log(cause, id, time);
    }
  }

  @Override
  public void audioDropped(String id, int bytes) {
    recorder.audioDropped(id, bytes);
    Message.AUDIO_DROPPED.log(id, bytes);
  }

  @Override
  public void welcomeAttempted(String id, int attempt) {
    recorder.welcomeAttempted(id, attempt);
    Message.WELCOME_ATTEMPTED.log(id, attempt);
  }

  @Override
  public void welcomeSent(String id, int attempt, Duration afterOpen) {
    recorder.welcomeSent(id, attempt, afterOpen);
    Message.WELCOME_SENT.log(id, attempt, afterOpen.toMillis());
  }

  @Override
  public void welcomeReceived(String id, Duration afterOpen) {
    recorder.welcomeReceived(id, afterOpen);
    Message.WELCOME_RECEIVED.log(id, afterOpen.toMillis());
  }

  @Override
  public void welcomeDelivered(WelcomeDelivered event) {
    recorder.welcomeDelivered(event);
    Message.WELCOME_ACKNOWLEDGED.log(
        event.connectionId(), event.acknowledged().toMillis(), event.attempts());
    observers.tell(event);
  }

  @Override
  public void welcomeFailed(WelcomeFailed event) {
    recorder.welcomeFailed(event);
    if (event.cause() == WelcomeFailed.Cause.CLOSED) {
      Message.WELCOME_CUT.log(
          event.connectionId(), event.after().toMillis(), event.attempts(), event.reached());
    } else {
      Message.WELCOME_FAILED.log(
          event.connectionId(),
          event.after().toMillis(),
          event.attempts(),
          event.reached(),
          event.cause().explanation());
    }
    observers.tell(event);
  }

  @Override
  public void welcomeLate(String id, Duration afterOpen) {
    recorder.welcomeLate(id, afterOpen);
    Message.WELCOME_LATE.log(id, afterOpen.toMillis());
  }

  @Override
  public void started(SessionStarted event) {
    recorder.started(event);
    observers.tell(event);
  }

  @Override
  public void resumed(SessionResumed event) {
    recorder.resumed(event);
    Message.RESUMED.log(
        event.connectionId(), event.sessionId(), event.gap().toMillis(), event.replayed());
    observers.tell(event);
  }

  @Override
  public void ended(SessionEnded event) {
    Message.SESSION_ENDED.log(
        event.connectionId(),
        event.sessionId(),
        event.reason(),
        event.streams(),
        event.audioBytes());
    observers.tell(event);
  }

  @Override
  public void told(String id, ErrorCode code) {
    recorder.told(id, code);
  }

  @Override
  public void closing(String id, int closeCode) {
    recorder.closing(id, closeCode);
  }

  @Override
  public void greeted(String connectionId, @Nullable String nonce) {
    recorder.greeted(connectionId, nonce);
  }

  @Override
  public void starting(String connectionId) {
    recorder.starting(connectionId);
  }

  @Override
  public void ready(String connectionId) {
    recorder.ready(connectionId);
  }

  @Override
  public void reported(String connectionId, ClientMessage.Report report) {
    recorder.reported(connectionId, report);
  }
}
