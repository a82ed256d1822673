package io.realtimevoice.impl.connection;

import io.realtimevoice.event.WelcomeDelivered;
import io.realtimevoice.event.WelcomeFailed;
import java.time.Duration;

/**
 * What becomes of the welcome of one connection, told to who listens to all.
 *
 * @param id of the connection
 * @param listener to all connections
 */
record WelcomeReports(String id, ConnectionListener listener) implements WelcomeLadder.Listener {

  @Override
  public void attempted(int attempt) {
    listener.welcomeAttempted(id, attempt);
  }

  @Override
  public void sent(int attempt, Duration afterOpen) {
    listener.welcomeSent(id, attempt, afterOpen);
  }

  @Override
  public void received(Duration afterOpen) {
    listener.welcomeReceived(id, afterOpen);
  }

  @Override
  public void delivered(WelcomeDelivered event) {
    listener.welcomeDelivered(event);
  }

  @Override
  public void failed(WelcomeFailed event) {
    listener.welcomeFailed(event);
  }

  @Override
  public void late(Duration afterOpen) {
    listener.welcomeLate(id, afterOpen);
  }
}
