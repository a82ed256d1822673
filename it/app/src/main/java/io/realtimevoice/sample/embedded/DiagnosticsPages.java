package io.realtimevoice.sample.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.realtimevoice.impl.diagnosis.Diagnostics;
import io.realtimevoice.impl.runtime.ChannelRuntime;
import jakarta.enterprise.inject.spi.CDI;
import java.lang.reflect.Constructor;
import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.HttpHandlerRegistration;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;
import org.glassfish.grizzly.http.server.ServerConfiguration;

/** The channel's diagnostics, which its servlet serves where there are servlets. */
final class DiagnosticsPages extends HttpHandler {

  private final int prefix;

  DiagnosticsPages(String contextPath) {
    this.prefix = (contextPath + Diagnostics.PATH).length();
  }

  /**
   * Serves them.
   *
   * @param application has the channel whose diagnostics these are
   */
  static void serve(ServerConfiguration server, String contextPath, ClassLoader application)
      throws ReflectiveOperationException {
    Constructor<?> constructor =
        ApplicationView.of(DiagnosticsPages.class, application)
            .getDeclaredConstructor(String.class);
    constructor.setAccessible(true);
    server.addHttpHandler(
        (HttpHandler) constructor.newInstance(contextPath),
        HttpHandlerRegistration.builder()
            .contextPath(contextPath)
            .urlPattern(Diagnostics.PATH + "/*")
            .build());
  }

  @Override
  public void service(Request request, Response response) throws Exception {
    Diagnostics.Answer answer =
        CDI.current()
            .select(ChannelRuntime.class)
            .get()
            .channel()
            .diagnostics()
            .answer(
                new Diagnostics.Request(
                    request.getMethod().getMethodString(),
                    request.getDecodedRequestURI().substring(prefix),
                    request.getHeader("Authorization"),
                    false,
                    role -> false,
                    request.getInputStream()));
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.getOutputStream().write(answer.body().getBytes(UTF_8));
  }
}
