package io.realtimevoice.bench.server;

import io.realtimevoice.StartRequest;
import io.realtimevoice.VoiceHandler;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import io.realtimevoice.sample.Engines;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;

/** The sample's engines, and one more that plays without end. */
@Alternative
@Priority(1)
@ApplicationScoped
public class BenchHandler implements VoiceHandler {

  /** The engine type of a stream that plays without end. */
  public static final String ENDLESS = "endless";

  @Inject Engines engines;

  @Override
  public VoiceStream open(VoiceSession session, StartRequest request) {
    return request.engineType().equals(ENDLESS)
        ? new EndlessPlay(session)
        : engines.open(session, request);
  }
}
