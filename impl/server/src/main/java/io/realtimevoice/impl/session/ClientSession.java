package io.realtimevoice.impl.session;

import io.realtimevoice.Transcript;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.spi.Handshake;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A session as the application sees it. */
final class ClientSession implements VoiceSession {

  private final String id;
  private final Connection connection;
  private final Handshake handshake;
  private final Replies replies;
  private final Consumer<Throwable> whenFailed;
  private volatile @Nullable Principal principal;

  ClientSession(
      String id,
      Connection connection,
      Handshake handshake,
      Replies replies,
      Consumer<Throwable> whenFailed) {
    this.id = id;
    this.connection = connection;
    this.handshake = handshake;
    this.replies = replies;
    this.whenFailed = whenFailed;
    this.principal = handshake.principal();
  }

  void belongsTo(Principal authenticated) {
    principal = authenticated;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String connectionId() {
    return connection.id();
  }

  @Override
  public Handshake handshake() {
    return handshake;
  }

  @Override
  public Optional<Principal> principal() {
    return Optional.ofNullable(principal);
  }

  @Override
  public Locale locale() {
    return replies.locale();
  }

  @Override
  public boolean isOpen() {
    return connection.isOpen();
  }

  @Override
  public boolean isConnected() {
    return connection.isOpen();
  }

  @Override
  public boolean send(Transcript transcript) {
    return replies.result(transcript);
  }

  @Override
  public boolean play(ByteBuffer audio) {
    return connection.play(audio);
  }

  @Override
  public void fail(Throwable cause) {
    whenFailed.accept(cause);
  }
}
