package io.realtimevoice.impl.deployment;

import io.realtimevoice.interceptor.Logged;
import io.realtimevoice.interceptor.StateChecked;
import io.realtimevoice.interceptor.Welcomed;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DefinitionException;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.ProcessBean;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Fails the deployment of an application that could not work, with a message that names the remedy.
 */
public class ChannelExtension implements Extension {

  private final Set<Bean<?>> beans = new HashSet<>();

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

  /**
   * Collects what {@code BeanManager.getBeans} would give, which on Payara 6 does not see the beans
   * of WEB-INF/classes from an extension in WEB-INF/lib.
   */
  void collect(@Observes ProcessBean<?> event) {
    beans.add(event.getBean());
  }

  void checkBeans(@Observes AfterDeploymentValidation event, BeanManager manager) {
    new BeanRules(Set.copyOf(beans), manager::resolve)
        .violations()
        .forEach(problem -> event.addDeploymentProblem(new DeploymentException(problem)));
    beans.clear();
  }
}
