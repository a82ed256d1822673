package io.realtimevoice.it.embedded;

import io.realtimevoice.sample.embedded.LoopbackTyrus;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.weld.environment.se.Weld;

/** One running application. */
final class EmbeddedDeployment {

  private final WarClassLoader loader;
  private final int port;
  private final Teardown teardown;

  private EmbeddedDeployment(WarClassLoader loader, int port, Teardown teardown) {
    this.loader = loader;
    this.port = port;
    this.teardown = teardown;
  }

  /**
   * Starts the archive's beans, and then its endpoints.
   *
   * @throws Exception whatever Weld or Tyrus has against the archive; nothing is left of it then
   */
  static EmbeddedDeployment start(Archive<?> archive, String contextPath) throws Exception {
    Teardown teardown = new Teardown();
    try {
      ExplodedWar war = teardown.add(ExplodedWar.of(archive));
      WarClassLoader loader =
          teardown.add(
              new WarClassLoader(war.classPath(), EmbeddedDeployment.class.getClassLoader()));
      LoopbackTyrus server =
          new LoopbackTyrus(LoopbackTyrus.ANY_FREE_PORT, war.endpointClasses(loader), loader);
      loader.run(
          () -> {
            teardown.add(server::stop);
            // Above the server: observers of the shutdown close clients while it still sends.
            teardown.add(
                new Weld(archive.getName()).setClassLoader(loader).skipShutdownHook().initialize());
            server.start(contextPath);
          });
      return new EmbeddedDeployment(loader, server.getPort(), teardown);
    } catch (Exception e) {
      try {
        teardown.run();
      } catch (Exception inTeardown) {
        e.addSuppressed(inTeardown);
      }
      throw e;
    }
  }

  int port() {
    return port;
  }

  /**
   * Stops the beans, then the server, and deletes the files.
   *
   * @throws Exception the first failure; all the rest is stopped nevertheless
   */
  void stop() throws Exception {
    loader.run(teardown::run);
  }
}
