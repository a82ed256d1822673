package io.realtimevoice.client.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/**
 * How the server is reached: to one of its addresses, by TLS or without.
 *
 * @param target the channel
 * @param address the one that answers
 * @param trust for TLS
 * @param timeoutMs for the connection and for each answer, in milliseconds
 */
record Way(Target target, InetAddress address, Trust trust, int timeoutMs) {

  private static final int MAX_LOOK_MS = 2_000;

  /** For what is asked only to explain what has failed, in milliseconds. */
  int lookMs() {
    return Math.min(timeoutMs, MAX_LOOK_MS);
  }

  /** The same, for what is asked only to explain what has failed. */
  Way inPassing() {
    return new Way(target, address, trust, lookMs());
  }

  Socket plain() throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(address, target.port()), timeoutMs);
      socket.setSoTimeout(timeoutMs);
      return socket;
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** By TLS where the URL says so. */
  Socket open() throws IOException {
    Socket socket = plain();
    if (!target.secure()) {
      return socket;
    }
    try {
      return tls(socket, trust.context());
    } catch (GeneralSecurityException e) {
      socket.close();
      throw new IOException("this JVM has no TLS", e);
    } catch (IOException | RuntimeException e) {
      socket.close();
      throw e;
    }
  }

  /** Shakes hands, and checks the name. */
  SSLSocket tls(Socket over, SSLContext context) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(over, target.host(), target.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    if (isName(target.host())) {
      parameters.setServerNames(List.of(new SNIHostName(target.host())));
    }
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static boolean isName(String host) {
    return !host.contains(":") && host.chars().anyMatch(Character::isLetter);
  }
}
