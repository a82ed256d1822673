package io.realtimevoice.impl.runtime;

import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.config.Settings;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.Liveness;
import io.realtimevoice.impl.connection.Scheduler;
import io.realtimevoice.impl.diagnosis.Bundles;
import io.realtimevoice.impl.diagnosis.Diagnostics;
import io.realtimevoice.impl.diagnosis.FlightRecorder;
import io.realtimevoice.impl.diagnosis.HandshakeFacts;
import io.realtimevoice.impl.diagnosis.jfr.Tapes;
import io.realtimevoice.impl.report.Observers;
import io.realtimevoice.impl.report.Reports;
import io.realtimevoice.impl.websocket.Connections;
import io.realtimevoice.impl.websocket.Farewell;
import io.realtimevoice.impl.websocket.Greetings;
import io.realtimevoice.impl.websocket.Handshakes;
import io.realtimevoice.impl.websocket.LateGreeting;
import io.realtimevoice.impl.websocket.Opening;
import io.realtimevoice.impl.websocket.WebSocketTransport;
import io.realtimevoice.spi.WelcomeProvider;
import jakarta.websocket.Session;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What one application's channel is made of.
 *
 * @param settings its settings
 * @param codec reads and writes messages
 * @param scheduler time and threads
 * @param liveness watches deadlines
 * @param observers the application's observers
 * @param reports to the log and to the observers
 * @param greetings makes welcomes
 * @param connections all that are open
 * @param diagnostics what happened on them, and on those before
 */
public record Channel(
    Settings settings,
    JsonbCodec codec,
    Scheduler scheduler,
    Liveness liveness,
    Observers observers,
    Reports reports,
    Greetings greetings,
    Connections connections,
    Diagnostics diagnostics) {

  static Channel assemble(
      Settings settings,
      Scheduler scheduler,
      JsonbCodec codec,
      @Nullable WelcomeProvider provider,
      String container,
      Consumer<Object> fire) {
    Liveness liveness = new Liveness(scheduler);
    Observers observers = new Observers(scheduler, fire);
    InstantSource clock = InstantSource.system();
    FlightRecorder recorder =
        new FlightRecorder(FlightRecorder.ROOM, clock, scheduler::nanoTime, Tapes.find());
    Reports reports = new Reports(observers, recorder);
    Greetings greetings = new Greetings(codec, clock, settings.defaultLocale(), provider);
    Connections connections =
        new Connections(
            session -> {
              Connection connection =
                  new Connection(
                      new WebSocketTransport(session),
                      scheduler,
                      settings.connection(),
                      reports,
                      new LateGreeting(() -> greetings.toEndpoint(session)));
              recorder.handshake(
                  connection.id(), HandshakeFacts.of(Handshakes.of(session), session.isSecure()));
              return connection;
            },
            liveness);
    Diagnostics diagnostics =
        new Diagnostics(
            settings.diagnostics(),
            recorder,
            codec,
            new Bundles(recorder, settings.shown(), container, clock),
            clock,
            scheduler::nanoTime);
    return new Channel(
        settings,
        codec,
        scheduler,
        liveness,
        observers,
        reports,
        greetings,
        connections,
        diagnostics);
  }

  /**
   * Begins the open of a connection, which its deadline watches from here on.
   *
   * @param session that was opened
   * @param connection that was made for it
   * @return to be ended
   */
  public Opening opening(Session session, Connection connection) {
    return new Opening(
        connection,
        farewell(),
        greetings.locale(session),
        liveness,
        settings.session().handlerTimeout(),
        scheduler.nanoTime());
  }

  /**
   * Ends connections that cannot go on.
   *
   * @return in this channel's language
   */
  public Farewell farewell() {
    return new Farewell(codec);
  }
}
