package io.realtimevoice.it.embedded;

import java.util.ArrayDeque;
import java.util.Deque;

/** What stands, to be taken down again: the last first. */
final class Teardown {

  private final Deque<AutoCloseable> standing = new ArrayDeque<>();

  <T extends AutoCloseable> T add(T part) {
    standing.push(part);
    return part;
  }

  /**
   * Takes down everything, even if a part of it fails.
   *
   * @throws Exception the first failure, with the others suppressed in it
   */
  void run() throws Exception {
    Exception first = null;
    while (!standing.isEmpty()) {
      try {
        standing.pop().close();
      } catch (Exception e) {
        if (first == null) {
          first = e;
        } else {
          first.addSuppressed(e);
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }
}
