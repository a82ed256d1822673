package io.realtimevoice.it.deployment;

import io.realtimevoice.it.client.ChannelAddress;
import java.lang.annotation.Annotation;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentScenario;
import org.jboss.arquillian.container.spi.client.deployment.DeploymentTargetDescription;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.arquillian.container.spi.client.protocol.metadata.Servlet;
import org.jboss.arquillian.container.spi.context.DeploymentContext;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.core.api.Instance;
import org.jboss.arquillian.core.api.annotation.Inject;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.arquillian.test.spi.enricher.resource.ResourceProvider;
import org.jspecify.annotations.NullUnmarked;

/** Makes {@link Applications} of what Arquillian knows in the running test. */
@NullUnmarked // Arquillian fills the fields after the constructor.
public final class ApplicationsProvider implements ResourceProvider {

  @Inject private Instance<Deployer> deployer;
  @Inject private Instance<DeploymentScenario> scenario;
  @Inject private Instance<DeploymentContext> deployments;
  @Inject private Instance<ProtocolMetaData> metaData;

  @Override
  public boolean canProvide(Class<?> type) {
    return type == Applications.class;
  }

  @Override
  public Object lookup(ArquillianResource resource, Annotation... qualifiers) {
    return new Applications(deployer.get(), this::address);
  }

  /** What a container tells of a deployment is there only while that deployment is the active. */
  private ChannelAddress address(String deployment) {
    deployments
        .get()
        .activate(scenario.get().deployment(new DeploymentTargetDescription(deployment)));
    try {
      HTTPContext http = metaData.get().getContexts(HTTPContext.class).iterator().next();
      Servlet anyServlet = http.getServlets().iterator().next();
      return new ChannelAddress(http.getPort(), anyServlet.getContextRoot());
    } finally {
      deployments.get().deactivate();
    }
  }
}
