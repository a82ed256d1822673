package io.realtimevoice.impl.connection;

import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.event.WelcomeDelivered;
import io.realtimevoice.event.WelcomeFailed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Notes what connections tell, in words; times are in milliseconds from the open. */
public final class RecordingListener implements ConnectionListener {

  private final List<String> told = new ArrayList<>();
  private final List<Object> events = new ArrayList<>();

  /** What was told. */
  public List<String> told() {
    return List.copyOf(told);
  }

  /** What was told since the last call. */
  public List<String> take() {
    List<String> taken = told();
    told.clear();
    return taken;
  }

  /** The events of one type. */
  public <T> List<T> events(Class<T> type) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void opened(String id, Traffic traffic) {
    told.add("opened");
  }

  @Override
  public void closed(ConnectionClosed event) {
    told.add("closed " + event.closeCode());
    events.add(event);
  }

  @Override
  public void broken(String id, int closeCode, Throwable cause) {
    told.add("broken " + closeCode);
  }

  @Override
  public void retrying(String id, int time, Throwable cause) {
    told.add("retrying " + time);
  }

  @Override
  public void audioDropped(String id, int bytes) {
    told.add("dropped " + bytes);
  }

  @Override
  public void welcomeAttempted(String id, int attempt) {
    told.add("attempted " + attempt);
  }

  @Override
  public void welcomeSent(String id, int attempt, Duration afterOpen) {
    told.add("sent " + attempt + " at " + afterOpen.toMillis());
  }

  @Override
  public void welcomeReceived(String id, Duration afterOpen) {
    told.add("received at " + afterOpen.toMillis());
  }

  @Override
  public void welcomeDelivered(WelcomeDelivered event) {
    told.add("delivered at " + event.acknowledged().toMillis());
    events.add(event);
  }

  @Override
  public void welcomeFailed(WelcomeFailed event) {
    told.add("failed at " + event.after().toMillis() + ": " + event.cause());
    events.add(event);
  }

  @Override
  public void welcomeLate(String id, Duration afterOpen) {
    told.add("late at " + afterOpen.toMillis());
  }
}
