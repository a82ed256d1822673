package io.realtimevoice.it.embedded;

import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.api.exporter.ExplodedExporter;

/** A WAR as files in a temporary folder, which closing it deletes. */
final class ExplodedWar implements AutoCloseable {

  private static final String CLASS_SUFFIX = ".class";

  private final Path folder;
  private final Path classes;
  private final List<Path> libraries;

  private ExplodedWar(Path folder, Path classes, List<Path> libraries) {
    this.folder = folder;
    this.classes = classes;
    this.libraries = libraries;
  }

  static ExplodedWar of(Archive<?> archive) throws IOException {
    Path folder = Files.createTempDirectory("embedded-war-");
    Path webInf =
        archive
            .as(ExplodedExporter.class)
            .exportExploded(folder.toFile())
            .toPath()
            .resolve("WEB-INF");
    Path classes = webInf.resolve("classes");
    Path descriptor = webInf.resolve("beans.xml");
    if (Files.exists(descriptor)) {
      // Weld SE knows the class path's place for it only; in a server, this one takes precedence.
      Files.createDirectories(classes.resolve("META-INF"));
      Files.move(
          descriptor, classes.resolve("META-INF/beans.xml"), StandardCopyOption.REPLACE_EXISTING);
    }
    return new ExplodedWar(folder, classes, librariesIn(webInf.resolve("lib")));
  }

  private static List<Path> librariesIn(Path lib) throws IOException {
    if (!Files.isDirectory(lib)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  List<URL> classPath() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    if (Files.isDirectory(classes)) {
      urls.add(classes.toUri().toURL());
    }
    for (Path library : libraries) {
      urls.add(library.toUri().toURL());
    }
    return urls;
  }

  /** Every annotated endpoint in the WAR's classes and libraries, as a server's scan finds them. */
  Set<Class<?>> endpointClasses(ClassLoader loader) throws IOException {
    Set<Class<?>> endpoints = new HashSet<>();
    for (String name : classNames()) {
      load(name, loader)
          .filter(candidate -> candidate.isAnnotationPresent(ServerEndpoint.class))
          .ifPresent(endpoints::add);
    }
    return endpoints;
  }

  /** As in every server's scan, a class whose optional dependency is missing is passed over. */
  private static Optional<Class<?>> load(String name, ClassLoader loader) {
    try {
      return Optional.of(Class.forName(name, false, loader));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  private List<String> classNames() throws IOException {
    List<String> names = new ArrayList<>();
    if (Files.isDirectory(classes)) {
      names.addAll(classNamesBelow(classes));
    }
    for (Path library : libraries) {
      try (FileSystem jar = FileSystems.newFileSystem(library)) {
        names.addAll(classNamesBelow(jar.getPath("/")));
      }
    }
    return names;
  }

  private static List<String> classNamesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(CLASS_SUFFIX))
          .filter(name -> !name.startsWith("META-INF/") && !name.endsWith("-info.class"))
          .map(name -> name.substring(0, name.length() - CLASS_SUFFIX.length()).replace('/', '.'))
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(ExplodedWar::delete);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
