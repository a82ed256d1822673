package io.realtimevoice.impl.endpoint;

import io.realtimevoice.impl.runtime.ChannelRuntime;
import io.realtimevoice.impl.runtime.ServletParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Starts and stops the channel with its application. */
@ApplicationScoped
public class Lifecycle {

  @Inject ChannelRuntime runtime;
  @Inject VoiceChannel channel;

  void start(@Observes @Initialized(ApplicationScoped.class) Object context) {
    runtime.runsIn(ServletParameters.container(context));
    runtime.start(ServletParameters.of(context));
  }

  void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object context) {
    stop();
  }

  /**
   * Lets streams finish, for a while, and closes all connections with 1001; only the first call
   * counts.
   */
  public void stop() {
    channel.awaitStreams();
    runtime.stop(channel::shutDown);
  }
}
