package io.realtimevoice.impl.runtime;

import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.config.MicroProfileSource;
import io.realtimevoice.impl.config.Settings;
import io.realtimevoice.impl.config.Sources;
import io.realtimevoice.impl.connection.Scheduler;
import io.realtimevoice.impl.diagnosis.PathCheck;
import io.realtimevoice.impl.execution.ChannelScheduler;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.spi.SettingsSource;
import io.realtimevoice.spi.WelcomeProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The channel of this application, from its start to its stop. */
@ApplicationScoped
public class ChannelRuntime {

  @Inject Event<Object> events;
  @Inject Instance<SettingsSource> settingsSources;
  @Inject Instance<WelcomeProvider> welcomeProviders;

  private @Nullable Jsonb jsonb;
  private String container = "unknown";
  private Runnable stopPathCheck = () -> {};
  private Runnable stopThreads = () -> {};
  private volatile @Nullable Channel channel;

  /**
   * Says where this is, for whoever looks for the cause of a failure; before the start.
   *
   * @param name what the container calls itself
   */
  public synchronized void runsIn(String name) {
    container = name;
  }

  /**
   * Reads the settings and puts the channel together; only the first call counts.
   *
   * @param servletContext gives the servlet context's parameters; none outside a servlet container
   * @throws io.realtimevoice.impl.config.BadSettingException which stops the deployment
   */
  public synchronized void start(Function<String, Optional<String>> servletContext) {
    if (channel != null) {
      return;
    }
    List<Function<String, Optional<String>>> sources = new ArrayList<>();
    settingsSources.stream().forEach(source -> sources.add(source::value));
    sources.add(MicroProfileSource::value);
    sources.add(servletContext);
    Settings settings = Settings.from(new Sources(sources));
    ChannelScheduler threads = ChannelScheduler.find();
    start(settings, threads, threads::stop);
  }

  /** Puts the channel together on time and threads of the caller's, as a test has its own. */
  synchronized void start(Settings settings, Scheduler scheduler, Runnable whenStopped) {
    Jsonb provided = JsonbBuilder.create();
    jsonb = provided;
    stopThreads = whenStopped;
    channel =
        Channel.assemble(
            settings,
            scheduler,
            new JsonbCodec(provided),
            welcomeProviders.stream().findFirst().orElse(null),
            container,
            events::fire);
    Message.STARTED.log();
    if (settings.publicUrl() != null) {
      PathCheck check = new PathCheck(settings.publicUrl(), scheduler);
      stopPathCheck = check::stop;
      check.begin();
    }
  }

  /**
   * Whether there is a channel.
   *
   * @return true from the start to the stop
   */
  public boolean isRunning() {
    return channel != null;
  }

  /**
   * The parts of the channel.
   *
   * @return always the same
   * @throws IllegalStateException before the start and after the stop
   */
  public Channel channel() {
    Channel running = channel;
    if (running == null) {
      throw new IllegalStateException("the realtime-voice channel is not running");
    }
    return running;
  }

  /**
   * Closes all connections with 1001 and lets go of everything; only the first call counts.
   *
   * @param endSessions ends the sessions, before their connections are closed
   */
  public synchronized void stop(Runnable endSessions) {
    Channel stopping = channel;
    if (stopping == null) {
      return;
    }
    Message.STOPPING.log(stopping.connections().size());
    stopPathCheck.run();
    stopping.observers().stopping();
    endSessions.run();
    stopping.connections().shutDown();
    stopping.liveness().stop();
    stopThreads.run();
    channel = null;
    close(jsonb);
  }

  private static void close(@Nullable Jsonb provided) {
    try {
      if (provided != null) {
        provided.close();
      }
    } catch (Exception e) {
      Message.TASK_FAILED.log(e);
    }
  }
}
