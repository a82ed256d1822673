package io.realtimevoice.impl.deployment;

import io.realtimevoice.interceptor.Logged;
import io.realtimevoice.interceptor.StateChecked;
import io.realtimevoice.interceptor.Welcomed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.stream.Collectors;

/**
 * Fails the deployment of an application that could not work, with a message that names the remedy.
 */
public class ChannelExtension implements Extension {

  <T> void checkBindings(
      @Observes @WithAnnotations({Welcomed.class, StateChecked.class, Logged.class})
          ProcessAnnotatedType<T> event) {
    String problems =
        BindingRules.violations(event.getAnnotatedType()).collect(Collectors.joining("; "));
    if (!problems.isEmpty()) {
      // At once, not as a definition error: the container's own message would come first.
      throw new DefinitionException(problems);
    }
  }

  void checkBeans(@Observes AfterDeploymentValidation event, BeanManager beans) {
    new BeanRules(beans)
        .violations()
        .forEach(problem -> event.addDeploymentProblem(new DeploymentException(problem)));
  }
}
