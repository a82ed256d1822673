package io.realtimevoice.client.transport;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks and tells the server where no WebSocket works. Nothing here waits or throws.
 */
public interface Inquiry {

  /** Asks nobody. */
  Inquiry NONE =
      new Inquiry() {
        @Override
        public void ask(String nonce, Consumer<Answer> answer) {}

        @Override
        public void report(String json) {}
      };

  /** How far a plain HTTP request gets. */
  enum Reach {
    /** To the channel's application. */
    APPLICATION,
    /** To something that answers, but is not the channel, or an older one. */
    SOMETHING,
    /** There is no answer. */
    NOTHING
  }

  /**
   * What the server has noted.
   *
   * @param hello whether it has seen the hello
   * @param welcomeSent whether its welcome has left the server
   */
  record Seen(boolean hello, boolean welcomeSent) {}

  /**
   * What has come of the question.
   *
   * @param reach how far it got
   * @param seen null if the server does not tell
   */
  record Answer(Reach reach, @Nullable Seen seen) {}

  /**
   * Asks whether the server has seen a hello.
   *
   * @param nonce of the hello
   * @param answer is told once, on any thread; not at all if there is nobody to ask
   */
  void ask(String nonce, Consumer<Answer> answer);

  /**
   * Tells the server what the client has seen; nobody hears whether it arrives.
   *
   * @param json a {@code report}
   */
  void report(String json);
}
