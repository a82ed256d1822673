package io.realtimevoice.impl.deployment;

import io.realtimevoice.StartRequest;
import io.realtimevoice.VoiceHandler;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import jakarta.enterprise.context.ApplicationScoped;

/** A handler that a deployment needs, and that nobody calls. */
@ApplicationScoped
class Handler implements VoiceHandler {
  @Override
  public VoiceStream open(VoiceSession session, StartRequest request) {
    throw new UnsupportedOperationException();
  }
}
