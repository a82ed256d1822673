package io.realtimevoice.impl.deployment;

import org.jboss.weld.environment.se.Weld;

/** The deployment of some beans in a real container that looks for no others. */
final class Deployment {

  private Deployment() {}

  /** What it fails with; null if it does not fail. */
  static String failure(Class<?>... beans) {
    Weld weld =
        new Weld().disableDiscovery().addExtension(new ChannelExtension()).addBeanClasses(beans);
    try {
      weld.initialize().close();
      return null;
    } catch (RuntimeException e) {
      return e.getMessage();
    }
  }
}
