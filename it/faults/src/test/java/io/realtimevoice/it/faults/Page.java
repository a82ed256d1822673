package io.realtimevoice.it.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/**
 * Serves the laboratory's page, with the client as the jar has it; proxies pass it on, as they do
 * for applications, so that the page is of the same origin as the channel.
 */
final class Page implements AutoCloseable {

  /** Where it is, on its own server and on proxies. */
  static final String FOLDER = "/laboratory/";

  private static final String CLIENT = "/META-INF/resources/realtime-voice/client.js";

  private final HttpServer server;

  Page() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    serve("page.html", "/page.html", "text/html");
    serve("page.js", "/page.js", "text/javascript");
    serve("client.js", CLIENT, "text/javascript");
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** As it is seen on a port of this machine. */
  static String url(int port) {
    return "http://127.0.0.1:" + port + FOLDER + "page.html";
  }

  private void serve(String name, String resource, String type) {
    server.createContext(FOLDER + name, exchange -> answer(exchange, resource, type));
  }

  private static void answer(HttpExchange exchange, String resource, String type)
      throws IOException {
    try (exchange;
        InputStream in = Page.class.getResourceAsStream(resource)) {
      byte[] content = in.readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(200, content.length);
      exchange.getResponseBody().write(content);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
