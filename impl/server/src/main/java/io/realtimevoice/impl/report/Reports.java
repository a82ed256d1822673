package io.realtimevoice.impl.report;

import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.event.SessionEnded;
import io.realtimevoice.event.SessionResumed;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.event.WelcomeDelivered;
import io.realtimevoice.event.WelcomeFailed;
import io.realtimevoice.impl.connection.ConnectionListener;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.impl.session.SessionListener;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Writes what happens to the log, and tells it to the application's observers. */
public final class Reports implements ConnectionListener, SessionListener {

  private final Observers observers;

  /**
   * Reports of one application.
   *
   * @param observers the application's
   */
  public Reports(Observers observers) {
    this.observers = observers;
  }

  @Override
  public void opened(String id) {
    Message.OPENED.log(id);
  }

  @Override
  public void closed(ConnectionClosed event) {
    Message.CLOSED.log(event.connectionId(), event.closeCode(), event.duration().toMillis());
    observers.tell(event);
  }

  @Override
  public void broken(String id, int closeCode, @Nullable Throwable cause) {
    if (cause == null) {
      Message.BROKEN.log(id, closeCode);
    } else {
      Message.BROKEN.log(cause, id, closeCode);
    }
  }

  @Override
  public void retrying(String id, int time, @Nullable Throwable cause) {
    if (cause == null) {
      Message.SEND_RETRIED.log(id, time);
    } else {
      Message.SEND_RETRIED.log(cause, id, time);
    }
  }

  @Override
  public void audioDropped(String id, int bytes) {
    Message.AUDIO_DROPPED.log(id, bytes);
  }

  @Override
  public void welcomeAttempted(String id, int attempt) {
    Message.WELCOME_ATTEMPTED.log(id, attempt);
  }

  @Override
  public void welcomeSent(String id, int attempt, Duration afterOpen) {
    Message.WELCOME_SENT.log(id, attempt, afterOpen.toMillis());
  }

  @Override
  public void welcomeReceived(String id, Duration afterOpen) {
    Message.WELCOME_RECEIVED.log(id, afterOpen.toMillis());
  }

  @Override
  public void welcomeDelivered(WelcomeDelivered event) {
    Message.WELCOME_ACKNOWLEDGED.log(
        event.connectionId(), event.acknowledged().toMillis(), event.attempts());
    observers.tell(event);
  }

  @Override
  public void welcomeFailed(WelcomeFailed event) {
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
    Message.WELCOME_LATE.log(id, afterOpen.toMillis());
  }

  @Override
  public void started(SessionStarted event) {
    observers.tell(event);
  }

  @Override
  public void resumed(SessionResumed event) {
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
}
