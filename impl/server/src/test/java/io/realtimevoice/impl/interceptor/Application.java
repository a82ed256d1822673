package io.realtimevoice.impl.interceptor;

import io.realtimevoice.impl.config.SettingsFixture;
import io.realtimevoice.impl.connection.ManualScheduler;
import io.realtimevoice.impl.runtime.ChannelRuntime;
import io.realtimevoice.impl.runtime.TestRuntime;
import java.time.Duration;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** A bean of an application between the three interceptors, in a real container. */
final class Application<T> implements AutoCloseable {

  private final WeldContainer container;
  private final ManualScheduler scheduler = new ManualScheduler();
  private final T bean;

  Application(Class<T> type) {
    container =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(
                type,
                ChannelRuntime.class,
                LoggedInterceptor.class,
                StateCheckedInterceptor.class,
                WelcomedInterceptor.class)
            .initialize();
    TestRuntime.start(
        container.select(ChannelRuntime.class).get(), new SettingsFixture().read(), scheduler);
    bean = container.select(type).get();
  }

  T bean() {
    return bean;
  }

  /** Lets time pass. */
  void advance(long millis) {
    scheduler.advance(Duration.ofMillis(millis));
  }

  /** How many tasks were given to the threads on which the application's code may wait. */
  int performed() {
    return scheduler.performed();
  }

  /** How many connections the channel keeps. */
  int connections() {
    return container.select(ChannelRuntime.class).get().channel().connections().size();
  }

  @Override
  public void close() {
    container.close();
  }
}
