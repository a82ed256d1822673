package io.realtimevoice.impl.endpoint;

import io.realtimevoice.ChannelControl;
import io.realtimevoice.impl.runtime.ChannelRuntime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The channel in the hands of its application. */
@ApplicationScoped
public class Control implements ChannelControl {

  @Inject ChannelRuntime runtime;
  @Inject VoiceChannel channel;

  @Override
  public CompletionStage<Void> drain(Duration limit) {
    return channel.drain(limit);
  }

  @Override
  public void admit() {
    channel.sessions().admit();
  }

  @Override
  public boolean isDraining() {
    return channel.sessions().isDraining();
  }

  @Override
  public int connections() {
    return runtime.channel().connections().size();
  }

  @Override
  public int sessions() {
    return channel.sessions().size();
  }
}
