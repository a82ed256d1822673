package io.realtimevoice.it.faults;

import io.realtimevoice.client.VoiceClient;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** A client that takes up a place. */
final class Guest implements AutoCloseable {

  private final VoiceClient client;

  Guest(URI url) throws Exception {
    client = VoiceClient.builder(url).build();
    client.connect().toCompletableFuture().get(1, TimeUnit.MINUTES);
  }

  @Override
  public void close() {
    client.close();
  }
}
