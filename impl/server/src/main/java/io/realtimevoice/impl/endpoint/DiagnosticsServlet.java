package io.realtimevoice.impl.endpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.realtimevoice.impl.diagnosis.Diagnostics;
import io.realtimevoice.impl.runtime.ChannelRuntime;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The way to the {@link Diagnostics} in a servlet container. */
@WebServlet(Diagnostics.PATH + "/*")
public class DiagnosticsServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ChannelRuntime runtime = CDI.current().select(ChannelRuntime.class).get();
    if (!runtime.isRunning()) {
      response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
      return;
    }
    Diagnostics.Answer answer =
        runtime
            .channel()
            .diagnostics()
            .answer(
                new Diagnostics.Request(
                    request.getMethod(),
                    request.getPathInfo(),
                    request.getHeader("Authorization"),
                    request.getUserPrincipal() != null,
                    request::isUserInRole,
                    request.getInputStream()));
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.getOutputStream().write(answer.body().getBytes(UTF_8));
  }
}
