package io.realtimevoice.sample.embedded;

import org.glassfish.grizzly.http.server.CLStaticHttpHandler;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpHandlerRegistration;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.server.ServerConfiguration;
import org.glassfish.grizzly.http.util.HttpStatus;

/**
 * The files that the jars have in {@code META-INF/resources}, as every servlet container serves
 * them (Jakarta Servlet 6.0, section 4.6).
 */
final class StaticFiles {

  private static final String FOLDER = "/realtime-voice";

  /** The console page, below the context path. */
  static final String CONSOLE = FOLDER + "/console.html";

  private static final String RESOURCES = "META-INF/resources/";

  private StaticFiles() {}

  static void serve(ServerConfiguration server, String contextPath, ClassLoader jars) {
    CLStaticHttpHandler files = new CLStaticHttpHandler(jars, RESOURCES);
    // It keeps what it has read once, which would hide a jar that was built again.
    files.setFileCacheEnabled(false);
    server.addHttpHandler(
        files,
        HttpHandlerRegistration.builder()
            .contextPath(contextPath)
            .urlPattern(FOLDER + "/*")
            .build());
    server.addHttpHandler(
        new ToConsole(contextPath),
        HttpHandlerRegistration.builder().contextPath(contextPath).urlPattern("/").build());
  }

  /** Who asks for the application itself gets to the console page. */
  private static final class ToConsole extends HttpHandler {
    private final String contextPath;

    ToConsole(String contextPath) {
      this.contextPath = contextPath;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
      String path = request.getRequestURI();
      if (path.equals(contextPath) || path.equals(contextPath + "/")) {
        response.sendRedirect(contextPath + CONSOLE);
      } else {
        response.setStatus(HttpStatus.NOT_FOUND_404);
      }
    }
  }
}
