package io.realtimevoice.client;

import io.realtimevoice.protocol.ServerMessage;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who has greeted whom on one connection. */
final class Greetings {

  private final String nonce;
  private final Locale locale;
  private ServerMessage.@Nullable Welcome welcome;
  private int hellos;
  private int unanswered;

  Greetings(String nonce, Locale locale) {
    this.nonce = nonce;
    this.locale = locale;
  }

  /** The text of one more hello; all have the same nonce. */
  String hello() {
    hellos++;
    unanswered++;
    return MessageWriter.hello(nonce, locale);
  }

  int hellos() {
    return hellos;
  }

  /** Takes a welcome; true if it proves that the server hears us. */
  boolean welcome(ServerMessage.Welcome greeting) {
    welcome = greeting;
    return nonce.equals(greeting.nonce()) || isOlder();
  }

  /** Whether the server is of a time before the hello, which there proves nothing. */
  boolean isOlder() {
    return welcome != null && welcome.version() == 0;
  }

  /** An older server may complain of each hello; that is nobody's business. */
  boolean isComplaint(Incoming message) {
    if (message instanceof Incoming.Failed && isOlder() && unanswered > 0) {
      unanswered--;
      return true;
    }
    return false;
  }

  String nonce() {
    return nonce;
  }

  /** Whether any welcome has come. */
  boolean isWelcomed() {
    return welcome != null;
  }
}
