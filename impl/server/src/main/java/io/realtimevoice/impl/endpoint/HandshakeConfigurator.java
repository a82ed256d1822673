package io.realtimevoice.impl.endpoint;

import io.realtimevoice.impl.websocket.Handshakes;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;

/**
 * Keeps the facts of a handshake for the open. It refuses nothing: the API has no portable way to
 * answer with an HTTP status, and {@code checkOrigin} does not see the Host header.
 */
public class HandshakeConfigurator extends ServerEndpointConfig.Configurator {

  @Override
  public boolean checkOrigin(String originHeaderValue) {
    return true;
  }

  @Override
  public void modifyHandshake(
      ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
    Handshakes.keep(request, config.getUserProperties());
  }
}
