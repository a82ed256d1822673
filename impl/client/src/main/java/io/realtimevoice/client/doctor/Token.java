package io.realtimevoice.client.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The secret of an operator. It is no argument itself: those are seen by everybody on the machine,
 * and kept by shells.
 */
final class Token {

  private static final String OPTION = "--diagnostics-token";
  private static final String VARIABLE = "env:";
  private static final String FILE = "file:";

  private final String value;

  private Token(String value) {
    this.value = value;
  }

  /** From a variable of the environment, or from a file. */
  static Token from(String source) throws Options.UsageException {
    if (source.startsWith(VARIABLE)) {
      return checked(System.getenv(source.substring(VARIABLE.length())));
    }
    if (source.startsWith(FILE)) {
      return checked(read(source.substring(FILE.length())));
    }
    throw new Options.UsageException(
        OPTION + " needs env:NAME or file:FILE, and not the token itself");
  }

  /** As the header {@code Authorization} has it. */
  String bearer() {
    return "Bearer " + value;
  }

  @Override
  public String toString() {
    return "(not shown)";
  }

  private static String read(String file) throws Options.UsageException {
    try {
      return Files.readString(Path.of(file)).strip();
    } catch (IOException | InvalidPathException e) {
      throw new Options.UsageException(OPTION + ": the file cannot be read");
    }
  }

  private static Token checked(@Nullable String value) throws Options.UsageException {
    if (value == null || !value.matches("[\\x21-\\x7e]+")) {
      throw new Options.UsageException(
          OPTION + ": there is no token, or it has other characters than printable ASCII");
    }
    return new Token(value);
  }
}
