package io.realtimevoice.impl.connection;

import io.realtimevoice.OverflowPolicy;
import java.time.Duration;
import java.util.List;

/** A connection that has just been opened, on a fake transport, in virtual time, and watched. */
public final class ConnectionFixture {

  /** What the connection keeps to. */
  public static final Connection.Limits LIMITS =
      new Connection.Limits(
          20_000,
          10_000,
          Duration.ofMillis(100),
          3,
          Duration.ofSeconds(5),
          Duration.ofSeconds(15),
          OverflowPolicy.DROP_OLDEST,
          Duration.ofSeconds(5),
          Duration.ofSeconds(6));

  public final ManualScheduler scheduler = new ManualScheduler();
  public final FakeTransport transport = new FakeTransport();
  public final RecordingListener events = new RecordingListener();
  public final Liveness liveness = new Liveness(scheduler);
  public final Connection connection;

  public ConnectionFixture() {
    this(LIMITS);
  }

  /** With other limits. */
  public ConnectionFixture(Connection.Limits limits) {
    connection =
        new Connection(
            transport,
            scheduler,
            limits,
            events,
            (attempt, nonce) -> "welcome " + attempt + (nonce == null ? "" : " to " + nonce));
    liveness.watch(connection);
    connection.whenEnded(code -> liveness.forget(connection));
  }

  /** Lets time pass. */
  public void advance(long millis) {
    scheduler.advance(Duration.ofMillis(millis));
  }

  /** Runs what is due, and gives what was written since the last call. */
  public List<String> written() {
    scheduler.run();
    return transport.takeWritten();
  }
}
