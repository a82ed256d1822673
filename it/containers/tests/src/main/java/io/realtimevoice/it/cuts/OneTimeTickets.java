package io.realtimevoice.it.cuts;

import io.realtimevoice.StartRequest;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.VoiceAuthenticator;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Knows a client by a token that nobody has used before, as that of a mini program's login is. */
@ApplicationScoped
public class OneTimeTickets implements VoiceAuthenticator {

  private final Set<String> used = ConcurrentHashMap.newKeySet();

  @Override
  public Optional<Principal> authenticate(StartRequest request, Handshake handshake) {
    String ticket = request.token();
    return ticket != null && used.add(ticket) ? Optional.of(() -> ticket) : Optional.empty();
  }
}
