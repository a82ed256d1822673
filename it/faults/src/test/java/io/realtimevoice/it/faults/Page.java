package io.realtimevoice.it.faults;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Serves the laboratory's page, with the client as the jar has it. */
final class Page implements AutoCloseable {

  private static final String CLIENT = "/META-INF/resources/realtime-voice/client.js";

  private final HttpServer server;

  Page() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/page.html", exchange -> answer(exchange, "/page.html", "text/html"));
    server.createContext("/page.js", exchange -> answer(exchange, "/page.js", "text/javascript"));
    server.createContext("/client.js", exchange -> answer(exchange, CLIENT, "text/javascript"));
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/page.html";
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
