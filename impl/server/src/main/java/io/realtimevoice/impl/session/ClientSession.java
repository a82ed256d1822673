package io.realtimevoice.impl.session;

import io.realtimevoice.Transcript;
import io.realtimevoice.VoiceSession;
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
  private final Downlink downlink;
  private final Handshake handshake;
  private final Replies replies;
  private final Consumer<Throwable> whenFailed;
  private volatile @Nullable Principal principal;

  ClientSession(
      String id,
      Downlink downlink,
      Handshake handshake,
      Replies replies,
      Consumer<Throwable> whenFailed) {
    this.id = id;
    this.downlink = downlink;
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
    return downlink.connection().id();
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
    return downlink.isOpen();
  }

  @Override
  public boolean isConnected() {
    return downlink.isConnected();
  }

  @Override
  public boolean send(Transcript transcript) {
    return replies.result(transcript);
  }

  @Override
  public boolean play(ByteBuffer audio) {
    return downlink.play(audio);
  }

  @Override
  public void fail(Throwable cause) {
    whenFailed.accept(cause);
  }
}
