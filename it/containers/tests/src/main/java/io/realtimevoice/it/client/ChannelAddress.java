package io.realtimevoice.it.client;

import io.realtimevoice.protocol.Protocol;
import java.net.URI;
import java.net.URL;

/**
 * Where the channel of a deployed application is.
 *
 * @param port the server's HTTP port, on the loopback interface
 * @param contextPath the application's context path, with a slash at its start and none at its end
 */
public record ChannelAddress(int port, String contextPath) {

  /**
   * From the URL that Arquillian injects.
   *
   * <p>Its host is not used: Payara Micro tells the machine's name there even when it listens on
   * 127.0.0.1 alone, which is where all our servers listen.
   */
  public static ChannelAddress of(URL application) {
    return new ChannelAddress(application.getPort(), application.getPath().replaceFirst("/+$", ""));
  }

  /** The channel. */
  public URI stream() {
    return endpoint(Protocol.STREAM_PATH);
  }

  /** The self-test endpoint. */
  public URI selfTest() {
    return endpoint(Protocol.TEST_PATH);
  }

  /** Any WebSocket endpoint of the application, by its path with a slash at its start. */
  public URI endpoint(String path) {
    return URI.create("ws://127.0.0.1:" + port + contextPath + path);
  }
}
