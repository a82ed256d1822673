package io.realtimevoice.sample;

import io.realtimevoice.StartRequest;
import io.realtimevoice.VoiceHandler;
import io.realtimevoice.VoiceSession;
import io.realtimevoice.VoiceStream;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The application's one handler: {@code engineType} {@code loopback} plays the audio back, every
 * other one dictates telephone keys.
 */
@ApplicationScoped
public class Engines implements VoiceHandler {

  private static final String LOOPBACK = "loopback";

  @Override
  public VoiceStream open(VoiceSession session, StartRequest request) {
    return request.engineType().equals(LOOPBACK)
        ? new Loopback(session)
        : ToneDictation.open(session, request);
  }
}
