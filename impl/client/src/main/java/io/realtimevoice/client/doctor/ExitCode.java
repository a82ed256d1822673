package io.realtimevoice.client.doctor;

import io.realtimevoice.diagnosis.Verdict;

/** Exit codes by the class of the verdict. */
final class ExitCode {

  static final int HEALTHY = 0;
  static final int NETWORK = 1;
  static final int TLS = 2;
  static final int PROXY = 3;
  static final int SERVER = 4;
  static final int CLIENT = 5;

  private ExitCode() {}

  static int of(Verdict verdict) {
    return switch (verdict) {
      case HEALTHY -> HEALTHY;
      case DNS_FAILED,
          CONNECTION_REFUSED,
          CONNECT_TIMED_OUT,
          CONNECT_FAILED,
          CONNECTION_LOST,
          HALF_OPEN,
          HELLO_LOST_UPSTREAM,
          WELCOME_LOST_DOWNSTREAM,
          RETRIES_EXHAUSTED,
          UPLINK_TOO_SLOW,
          TOO_SLOW_READER ->
          NETWORK;
      case TLS_UNTRUSTED,
          TLS_INCOMPLETE_CHAIN,
          TLS_EXPIRED,
          TLS_WRONG_HOST,
          TLS_FAILED,
          TLS_REQUIRED,
          TLS_NOT_SPOKEN ->
          TLS;
      case HANDSHAKE_TIMED_OUT,
          REDIRECTED,
          UPGRADE_STRIPPED,
          NOT_FOUND,
          UNAUTHORIZED,
          FORBIDDEN,
          BAD_GATEWAY,
          HANDSHAKE_REFUSED,
          PROXY_BUFFERS,
          IDLE_CUT ->
          PROXY;
      case BAD_URL,
          NOT_WSS,
          DOMAIN_NOT_ALLOWED,
          TOO_MANY_SOCKETS,
          LISTENER_TOO_LATE,
          APP_IN_BACKGROUND,
          INSECURE_PAGE,
          MICROPHONE_REFUSED,
          MICROPHONE_ABSENT,
          MICROPHONE_FAILED,
          AUDIO_BLOCKED ->
          CLIENT;
      default -> SERVER;
    };
  }
}
