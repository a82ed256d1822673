package io.realtimevoice.sample.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * Lets a class of this server see the classes that an application has brought.
 *
 * <p>An application that is deployed with a class loader of its own has its own copy of the
 * channel, too; beans of that copy are none of the one that this server was compiled against.
 */
final class ApplicationView extends ClassLoader {

  private ApplicationView(ClassLoader application) {
    super(application);
  }

  /** The class itself, or a copy of it for whose other classes the application is asked. */
  static Class<?> of(Class<?> server, ClassLoader application) {
    return application == server.getClassLoader()
        ? server
        : new ApplicationView(application).copy(server);
  }

  private Class<?> copy(Class<?> original) {
    try (InputStream in =
        Objects.requireNonNull(original.getResourceAsStream(original.getSimpleName() + ".class"))) {
      byte[] code = in.readAllBytes();
      return defineClass(original.getName(), code, 0, code.length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
