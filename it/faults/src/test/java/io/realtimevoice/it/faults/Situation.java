package io.realtimevoice.it.faults;

import java.net.URI;
import java.util.Map;

/**
 * Something to connect with.
 *
 * @param url the channel's, as the user has it
 * @param start what a stream is opened with; empty: none is
 * @param bytes the size of a message that is sent on the stream; 0 for none
 * @param afterReady breaks it when a client is READY; does nothing if it is broken before
 * @param restore mends it for the next client
 * @param quietSeconds without a complaint, after which all is well
 */
record Situation(
    URI url,
    Map<String, String> start,
    int bytes,
    Action afterReady,
    Action restore,
    int quietSeconds) {

  private static final int QUIET_SECONDS = 6;

  /** Something that is done to servers, proxies or networks. */
  @FunctionalInterface
  interface Action {
    Action NOTHING = () -> {};

    void run() throws Exception;
  }

  static Situation at(String url) {
    return new Situation(
        URI.create(url), Map.of(), 0, Action.NOTHING, Action.NOTHING, QUIET_SECONDS);
  }

  static Situation at(int port) {
    return at("ws://127.0.0.1:" + port + Backend.PATH);
  }

  Situation starting(String field, String value) {
    return new Situation(url, Map.of(field, value), bytes, afterReady, restore, quietSeconds);
  }

  Situation sending(int size) {
    return new Situation(
        url, Map.of("engineType", "tones"), size, afterReady, restore, quietSeconds);
  }

  Situation afterReady(Action breaks, Action mends) {
    return new Situation(url, start, bytes, breaks, mends, quietSeconds);
  }

  Situation quietFor(int seconds) {
    return new Situation(url, start, bytes, afterReady, restore, seconds);
  }

  /** Whether it works until a client is READY. */
  boolean breaksLater() {
    return afterReady != Action.NOTHING;
  }
}
