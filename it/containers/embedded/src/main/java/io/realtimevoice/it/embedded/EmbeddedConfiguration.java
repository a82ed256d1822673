package io.realtimevoice.it.embedded;

import org.jboss.arquillian.container.spi.client.container.ContainerConfiguration;

/** The embedded server needs no settings. */
public final class EmbeddedConfiguration implements ContainerConfiguration {

  @Override
  public void validate() {}
}
