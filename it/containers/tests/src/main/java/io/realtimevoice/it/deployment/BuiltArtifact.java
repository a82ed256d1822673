package io.realtimevoice.it.deployment;

import java.io.File;

/**
 * A file that this build has packaged.
 *
 * @param artifactId its Maven artifactId
 */
public record BuiltArtifact(String artifactId) {

  /**
   * The packaged file.
   *
   * @throws IllegalStateException if the build does not tell where it is, or it is not there
   */
  public File file() {
    String property = "built." + artifactId;
    String path = System.getProperty(property);
    if (path == null) {
      throw new IllegalStateException(
          "No system property "
              + property
              + ": run the tests by Maven's verify phase, which sets it");
    }
    File file = new File(path);
    if (!file.isFile()) {
      throw new IllegalStateException(
          file + " is no file: the tests need packaged artifacts, so run Maven up to verify");
    }
    return file;
  }
}
