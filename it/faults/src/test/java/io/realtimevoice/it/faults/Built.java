package io.realtimevoice.it.faults;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the build has made, as Maven tells where it is. */
final class Built {

  private Built() {}

  /** A jar, by its artifact, or {@code test-classes}. */
  static String path(String name) {
    String path = System.getProperty("built." + name);
    if (path == null || !Files.exists(Path.of(path))) {
      throw new IllegalStateException(
          "the system property built." + name + " leads to no file: " + path);
    }
    return path;
  }
}
