package io.realtimevoice.it.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the faults are made of: everything is closed with it, the newest first. */
final class Laboratory implements AutoCloseable {

  private final Path folder;
  private final Certificates certificates;
  private final Backend healthy;
  private final Page page;
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** With what all faults share. */
  Laboratory(Path folder, Certificates certificates, Backend healthy, Page page) {
    this.folder = folder;
    this.certificates = certificates;
    this.healthy = healthy;
    this.page = page;
  }

  /** The part of one fault. */
  Laboratory room() {
    return new Laboratory(folder, certificates, healthy, page);
  }

  Certificates certificates() {
    return certificates;
  }

  /** A server that is well, and shared. */
  Backend healthy() {
    return healthy;
  }

  Path folder() {
    return folder;
  }

  /** What the browser opens. */
  Page page() {
    return page;
  }

  /** A server of the fault's own. */
  Backend backend(String... settings) throws IOException, InterruptedException {
    return keep(Backend.start(folder, settings));
  }

  <T extends AutoCloseable> T keep(T thing) {
    open.push(thing);
    return thing;
  }

  /** nginx, with the content of its server block. */
  int nginx(String server) throws IOException, InterruptedException {
    return nginx(null, server);
  }

  int nginx(Path tls, String server) throws IOException, InterruptedException {
    int port = Child.freePort();
    keep(Proxies.nginx(folder, port, tls, page.port(), server));
    return port;
  }

  /** HAProxy before a server on a port of this machine. */
  int haproxy(int backend, String defaults, String frontend)
      throws IOException, InterruptedException {
    int port = Child.freePort();
    Proxies.Haproxy lines = new Proxies.Haproxy(page.port(), defaults, frontend);
    keep(Proxies.haproxy(folder, List.of(), "127.0.0.1", port, backend, lines));
    return port;
  }

  int apache(String lines) throws IOException, InterruptedException {
    int port = Child.freePort();
    keep(Proxies.apache(folder, port, page.port(), lines));
    return port;
  }

  @Override
  public void close() throws Exception {
    Exception failure = null;
    while (!open.isEmpty()) {
      try {
        open.pop().close();
      } catch (Exception e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  static Path workplace() throws IOException {
    Path target = Path.of("target", "laboratory").toAbsolutePath();
    Files.createDirectories(target);
    return Files.createTempDirectory(target, "run");
  }
}
