package io.realtimevoice.impl.endpoint;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/**
 * Stops the channel before the container takes the endpoints away. An observer of the application
 * scope's end is not enough on every server, and neither is this: together they are.
 */
@WebListener
public class Undeploy implements ServletContextListener {

  @Override
  public void contextDestroyed(ServletContextEvent event) {
    CDI.current().select(Lifecycle.class).get().stop();
  }
}
