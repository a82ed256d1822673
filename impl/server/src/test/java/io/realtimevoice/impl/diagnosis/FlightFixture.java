package io.realtimevoice.impl.diagnosis;

import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.event.WelcomeDelivered;
import io.realtimevoice.impl.connection.Traffic;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** One connection "c" in the hand of a test, with times in milliseconds after its open. */
final class FlightFixture {

  static final Instant DAY = Instant.parse("2025-01-01T00:00:00Z");

  private static final HandshakeFacts PAGE =
      new HandshakeFacts(HandshakeFacts.Endpoint.STREAM, true, false, true, "Chrome");

  private long now;
  final FlightRecorder recorder;
  final Traffic traffic = new Traffic();

  FlightFixture() {
    this(Tape.NONE);
  }

  FlightFixture(Tape tape) {
    recorder = new FlightRecorder(3, () -> DAY, () -> now, tape);
    recorder.opened("c", traffic);
    recorder.handshake("c", PAGE);
  }

  /** From another kind of client. */
  FlightFixture from(HandshakeFacts facts) {
    recorder.handshake("c", facts);
    return this;
  }

  /** Time passes, up to so many milliseconds after the open. */
  FlightFixture at(int millis) {
    now = nanos(millis);
    return this;
  }

  FlightFixture sent(int millis) {
    at(millis);
    recorder.welcomeAttempted("c", 1);
    recorder.welcomeSent("c", 1, Duration.ofMillis(millis));
    traffic.textOut(100, nanos(millis));
    return this;
  }

  FlightFixture received(int millis) {
    at(millis);
    traffic.signIn(nanos(millis));
    recorder.welcomeReceived("c", Duration.ofMillis(millis));
    return this;
  }

  /** The client says hello. */
  FlightFixture hello(int millis, String nonce) {
    speaks(millis);
    recorder.greeted("c", nonce);
    return this;
  }

  /** The client's first message. */
  FlightFixture speaks(int millis) {
    hears(millis);
    Duration after = Duration.ofMillis(millis);
    recorder.welcomeDelivered(new WelcomeDelivered("c", 1, null, null, after));
    return this;
  }

  /** Any message of the client. */
  FlightFixture hears(int millis) {
    at(millis);
    traffic.textIn(10, nanos(millis));
    return this;
  }

  /** The client asks for a stream. */
  FlightFixture starts(int millis) {
    hears(millis);
    recorder.starting("c");
    return this;
  }

  /** The client sends audio. */
  FlightFixture plays(int millis) {
    at(millis);
    traffic.binaryIn(640, nanos(millis));
    traffic.audioIn(nanos(millis));
    return this;
  }

  /** The client tells on another connection what it saw of this one. */
  FlightFixture reports(ClientMessage.Report report) {
    recorder.reported("another", report);
    return this;
  }

  FlightFixture told(ErrorCode code) {
    recorder.told("c", code);
    return this;
  }

  /** The channel closes it. */
  FlightFixture closes(int millis, int code) {
    recorder.closing("c", code);
    return ends(millis, code);
  }

  /** The client or the network closes it. */
  FlightFixture ends(int millis, int code) {
    at(millis);
    recorder.closed(new ConnectionClosed("c", code, Duration.ofMillis(millis)));
    return this;
  }

  /** A healthy begin. */
  FlightFixture welcomed() {
    return sent(5).hello(20, "n-1").received(25);
  }

  long nanoTime() {
    return now;
  }

  Flight flight() {
    return recorder.find("c").orElseThrow();
  }

  Finding finding() {
    return recorder.diagnose(flight());
  }

  /** Verdict and confidence, in short. */
  String verdict() {
    Finding finding = finding();
    return finding.verdict() + " " + finding.confidence().name().toLowerCase(Locale.ROOT);
  }

  private static long nanos(int millis) {
    return Duration.ofMillis(millis).toNanos();
  }
}
