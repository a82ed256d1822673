package io.realtimevoice.sample;

import io.realtimevoice.Transcript;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.spi.Handshake;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keeps what a stream sends and plays. */
final class RecordingSession implements VoiceSession {

  final List<Transcript> results = new ArrayList<>();
  final List<ByteBuffer> played = new ArrayList<>();

  List<String> finals() {
    return results.stream().filter(Transcript::isFinal).map(Transcript::text).toList();
  }

  List<String> partials() {
    return results.stream().filter(each -> !each.isFinal()).map(Transcript::text).toList();
  }

  @Override
  public String id() {
    return "session";
  }

  @Override
  public String connectionId() {
    return "connection";
  }

  @Override
  public Handshake handshake() {
    return new Handshake("/realtime-voice/stream", Map.of(), Map.of(), null);
  }

  @Override
  public Optional<Principal> principal() {
    return Optional.empty();
  }

  @Override
  public Locale locale() {
    return Locale.ENGLISH;
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean send(Transcript transcript) {
    results.add(transcript);
    return true;
  }

  @Override
  public boolean play(ByteBuffer audio) {
    played.add(audio);
    return true;
  }

  @Override
  public void fail(Throwable cause) {
    throw new AssertionError(cause);
  }
}
