package io.realtimevoice.it.embedded;

import java.util.HashMap;
import java.util.Map;
import org.jboss.arquillian.container.spi.client.container.DeployableContainer;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.ProtocolDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.shrinkwrap.api.Archive;
import org.jboss.shrinkwrap.descriptor.api.Descriptor;

/**
 * Deploys WARs on Tyrus, Grizzly and Weld SE in the test's own JVM, each on its own port.
 *
 * <p>There are no servlets and no static files: WebSocket endpoints and CDI only.
 */
public final class EmbeddedContainer implements DeployableContainer<EmbeddedConfiguration> {

  private final Map<String, EmbeddedDeployment> deployments = new HashMap<>();

  @Override
  public Class<EmbeddedConfiguration> getConfigurationClass() {
    return EmbeddedConfiguration.class;
  }

  @Override
  public void setup(EmbeddedConfiguration configuration) {}

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public ProtocolDescription getDefaultProtocol() {
    return new ProtocolDescription("Local");
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    String contextPath = "/" + archive.getName().replaceFirst("\\.war$", "");
    EmbeddedDeployment deployment;
    try {
      deployment = EmbeddedDeployment.start(archive, contextPath);
    } catch (Exception e) {
      throw new DeploymentException(archive.getName() + ": " + e.getMessage(), e);
    }
    deployments.put(archive.getName(), deployment);
    HTTPContext http = new HTTPContext("127.0.0.1", deployment.port());
    http.add(new Servlet("default", contextPath));
    return new ProtocolMetaData().addContext(http);
  }

  @Override
  public void undeploy(Archive<?> archive) throws DeploymentException {
    EmbeddedDeployment deployment = deployments.remove(archive.getName());
    if (deployment == null) {
      return; // Arquillian undeploys what failed to deploy, too.
    }
    try {
      deployment.stop();
    } catch (Exception e) {
      throw new DeploymentException(archive.getName() + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void deploy(Descriptor descriptor) {
    throw new UnsupportedOperationException("Only archives can be deployed");
  }

  @Override
  public void undeploy(Descriptor descriptor) {
    throw new UnsupportedOperationException("Only archives can be deployed");
  }
}
