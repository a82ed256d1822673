package io.realtimevoice.it.deployment;

import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;

/** Lets tests inject {@link Applications}. */
public final class ApplicationsExtension implements LoadableExtension {

  @Override
  public void register(ExtensionBuilder builder) {
    builder.service(ResourceProvider.class, ApplicationsProvider.class);
  }
}
