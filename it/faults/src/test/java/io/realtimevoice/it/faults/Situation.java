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
 * @param page the port of this machine where a page of the same origin is; 0 for none
 * @param server whose own record is looked at; null for none
 * @param visit what is recorded; null for a client that does what the others do
 */
record Situation(
    URI url,
    Map<String, String> start,
    int bytes,
    Action afterReady,
    Action restore,
    int quietSeconds,
    int page,
    Backend server,
    Action visit) {

  private static final int QUIET_SECONDS = 6;

  /** Something that is done to servers, proxies or networks. */
  @FunctionalInterface
  interface Action {
    Action NOTHING = () -> {};

    void run() throws Exception;
  }

  static Situation at(String url) {
    return new Situation(
        URI.create(url), Map.of(), 0, Action.NOTHING, Action.NOTHING, QUIET_SECONDS, 0, null, null);
  }

  /** On a server, or before it, where no page is. */
  static Situation at(int port) {
    return at(url(port));
  }

  /** On a proxy, where the page is, too. */
  static Situation behind(int port) {
    return at(url(port)).withPage(port);
  }

  /** On a server whose own record is looked at, too. */
  static Situation on(Backend server) {
    return at(server.port()).recordedBy(server);
  }

  Situation withPage(int port) {
    return new Situation(url, start, bytes, afterReady, restore, quietSeconds, port, server, visit);
  }

  Situation recordedBy(Backend backend) {
    return new Situation(
        url, start, bytes, afterReady, restore, quietSeconds, page, backend, visit);
  }

  Situation visitedBy(Action visitor) {
    return new Situation(
        url, start, bytes, afterReady, restore, quietSeconds, page, server, visitor);
  }

  Situation starting(String field, String value) {
    return starting(Map.of(field, value), bytes);
  }

  Situation sending(int size) {
    return starting(Map.of("engineType", "tones"), size);
  }

  private Situation starting(Map<String, String> fields, int size) {
    return new Situation(url, fields, size, afterReady, restore, quietSeconds, page, server, visit);
  }

  Situation afterReady(Action breaks, Action mends) {
    return new Situation(url, start, bytes, breaks, mends, quietSeconds, page, server, visit);
  }

  Situation quietFor(int seconds) {
    return new Situation(url, start, bytes, afterReady, restore, seconds, page, server, visit);
  }

  private static String url(int port) {
    return "ws://127.0.0.1:" + port + Backend.PATH;
  }

  /** Whether it works until a client is READY. */
  boolean breaksLater() {
    return afterReady != Action.NOTHING;
  }
}
