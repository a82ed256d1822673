package io.realtimevoice.impl.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** The end of a connection: once, with a code, and told to everybody who wants to know. */
final class Ending {

  private static final int NOT_YET = -1;

  private final List<IntConsumer> actions = new ArrayList<>(2);
  private int code = NOT_YET;

  /** Adds what to do with the code; done at once if the connection has ended already. */
  void then(IntConsumer action) {
    int known;
    synchronized (this) {
      known = code;
      if (known == NOT_YET) {
        actions.add(action);
        return;
      }
    }
    action.accept(known);
  }

  /** Ends it; false if it has ended already. Then {@link #tell} must follow. */
  synchronized boolean with(int closeCode) {
    if (code != NOT_YET) {
      return false;
    }
    code = closeCode;
    return true;
  }

  /** Does what was added before the end. */
  void tell() {
    int known;
    List<IntConsumer> all;
    synchronized (this) {
      known = code;
      all = List.copyOf(actions);
    }
    all.forEach(action -> action.accept(known));
  }
}
