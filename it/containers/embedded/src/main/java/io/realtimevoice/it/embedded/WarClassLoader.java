package io.realtimevoice.it.embedded;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks in the WAR first and in the parent after, as the Servlet specification (10.7.2) recommends.
 *
 * <p>The test's class path has the application's classes and bean archives, too. The application
 * sees those in its archive alone, as on a server: what a test forgets to pack is missing here,
 * too.
 */
final class WarClassLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final String OURS = "io.realtimevoice.";
  private static final String BEANS_XML = "META-INF/beans.xml";

  WarClassLoader(List<URL> classPath, ClassLoader parent) {
    super(classPath.toArray(URL[]::new), parent);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> found = findLoadedClass(name);
      if (found == null && (name.startsWith(OURS) || has(name))) {
        found = findClass(name);
      }
      if (found == null) {
        return super.loadClass(name, resolve);
      }
      if (resolve) {
        resolveClass(found);
      }
      return found;
    }
  }

  private boolean has(String className) {
    return findResource(className.replace('.', '/') + ".class") != null;
  }

  @Override
  public @Nullable URL getResource(String name) {
    URL own = findResource(name);
    return own != null ? own : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
    if (!name.equals(BEANS_XML)) {
      all.addAll(Collections.list(getParent().getResources(name)));
    }
    return Collections.enumeration(all);
  }

  /** Takes a step with this as the thread's context class loader, as servers do. */
  void run(Step step) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(this);
    try {
      step.run();
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  interface Step {
    void run() throws Exception;
  }
}
