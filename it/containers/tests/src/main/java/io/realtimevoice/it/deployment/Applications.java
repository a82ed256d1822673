package io.realtimevoice.it.deployment;

import io.realtimevoice.it.client.ChannelAddress;
import java.util.function.Function;
import org.jboss.arquillian.container.test.api.Deployer;

/**
 * A test's own hand on its unmanaged deployments; an {@code @ArquillianResource}.
 *
 * <p>For a managed deployment, which stands for the whole test class, inject its URL instead.
 */
public final class Applications {

  private final Deployer deployer;
  private final Function<String, ChannelAddress> addresses;

  Applications(Deployer deployer, Function<String, ChannelAddress> addresses) {
    this.deployer = deployer;
    this.addresses = addresses;
  }

  /**
   * Deploys, and tells where the application is.
   *
   * @param deployment the name that the test's {@code @Deployment} gives
   */
  public ChannelAddress deploy(String deployment) {
    deployer.deploy(deployment);
    return addresses.apply(deployment);
  }

  /** Undeploys; on Payara Micro, this ends the server. */
  public void undeploy(String deployment) {
    deployer.undeploy(deployment);
  }

  /**
   * Deploys what must not deploy, and tells what the server said.
   *
   * @return the messages of the exception and of all its causes, one a line; servers wrap the
   *     application's own message in text of theirs
   * @throws AssertionError if the server takes the application
   */
  public String refusal(String deployment) {
    try {
      deployer.deploy(deployment);
    } catch (Exception e) {
      return messages(e);
    }
    deployer.undeploy(deployment);
    throw new AssertionError("The server took " + deployment);
  }

  private static String messages(Throwable failure) {
    StringBuilder messages = new StringBuilder();
    for (Throwable each = failure; each != null; each = each.getCause()) {
      messages.append(each.getMessage()).append('\n');
    }
    return messages.toString();
  }
}
