package io.realtimevoice.client.doctor;

import java.io.Console;

/** Whether somebody looks at the output. */
final class Terminal {

  private Terminal() {}

  @SuppressWarnings("SystemConsoleNull") // and from JDK 22 on by isTerminal, which 17 has not
  static boolean isThere() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
    } catch (NoSuchMethodException e) {
      return true;
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
