package io.realtimevoice.bench.micro;

import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.event.SessionResumed;
import io.realtimevoice.event.SessionStarted;
import io.realtimevoice.impl.connection.Traffic;
import io.realtimevoice.impl.diagnosis.FlightRecorder;
import io.realtimevoice.impl.diagnosis.HandshakeFacts;
import io.realtimevoice.impl.diagnosis.jfr.Tapes;
import io.realtimevoice.protocol.ErrorCode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;

/** A flight recorder in which there is no room left, of connections that had all there is. */
final class FullRecorder {

  private static final Duration A_MOMENT = Duration.ofMillis(42);

  private final FlightRecorder recorder =
      new FlightRecorder(
          FlightRecorder.ROOM, InstantSource.system(), System::nanoTime, Tapes.find());
  private final String[] ids = new String[FlightRecorder.ROOM];
  private final String[] nonces = new String[FlightRecorder.ROOM];

  FullRecorder() {
    for (int i = 0; i < ids.length; i++) {
      ids[i] = UUID.randomUUID().toString();
      nonces[i] = UUID.randomUUID().toString();
      fly(ids[i], nonces[i]);
    }
  }

  FlightRecorder recorder() {
    return recorder;
  }

  String id(int number) {
    return ids[number];
  }

  String nonce(int number) {
    return nonces[number];
  }

  private void fly(String id, String nonce) {
    Traffic traffic = new Traffic();
    recorder.opened(id, traffic);
    recorder.handshake(
        id, new HandshakeFacts(HandshakeFacts.Endpoint.STREAM, true, true, true, "Chrome"));
    recorder.started(new SessionStarted(UUID.randomUUID().toString(), id));
    recorder.resumed(new SessionResumed(UUID.randomUUID().toString(), id, A_MOMENT, 1));
    recorder.welcomeAttempted(id, 1);
    recorder.welcomeSent(id, 1, A_MOMENT);
    recorder.greeted(id, nonce);
    recorder.welcomeReceived(id, A_MOMENT);
    recorder.welcomeLate(id, A_MOMENT);
    recorder.starting(id);
    recorder.ready(id);
    recorder.told(id, ErrorCode.TOO_FAST);
    recorder.closing(id, 1000);
    recorder.closed(new ConnectionClosed(id, 1000, A_MOMENT));
  }
}
