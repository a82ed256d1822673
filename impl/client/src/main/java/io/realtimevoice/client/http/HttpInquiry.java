package io.realtimevoice.client.http;

import static java.lang.System.Logger.Level.DEBUG;

import io.realtimevoice.client.transport.Inquiry;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * By HTTP. A client of the JDK is made for each use and forgotten after it: it is needed only where
 * something is wrong, and its thread ends with it.
 */
public final class HttpInquiry implements Inquiry {

  private static final System.Logger LOGGER = System.getLogger("io.realtimevoice.client");

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  private final URI base;
  private final @Nullable SSLContext tls;
  private final @Nullable InetSocketAddress proxy;
  private final Duration timeout;
  private final Executor executor;

  /**
   * Asks at one place.
   *
   * @param base of the diagnostics
   * @param tls null for the JVM's own
   * @param proxy null for the JVM's own
   * @param timeout for each answer
   * @param executor on which it all happens
   */
  public HttpInquiry(
      URI base,
      @Nullable SSLContext tls,
      @Nullable InetSocketAddress proxy,
      Duration timeout,
      Executor executor) {
    this.base = base;
    this.tls = tls;
    this.proxy = proxy;
    this.timeout = timeout;
    this.executor = executor;
  }

  @Override
  public void ask(String nonce, Consumer<Answer> answer) {
    run(
        () -> {
          HttpClient client = client();
          CompletionStage<Reach> ping =
              client
                  .sendAsync(get("/ping"), BodyHandlers.ofString())
                  .handle((response, failure) -> reach(response, failure));
          CompletionStage<@Nullable Seen> seen =
              client
                  .sendAsync(get("/hello/" + nonce), BodyHandlers.ofString())
                  .handle((response, failure) -> seen(response, failure));
          ping.thenAcceptBoth(seen, (reach, record) -> answer.accept(new Answer(reach, record)));
        });
  }

  @Override
  public void report(String json) {
    run(
        () -> {
          HttpRequest request =
              to("/report")
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString(json))
                  .build();
          CompletionStage<HttpResponse<Void>> sent =
              client().sendAsync(request, BodyHandlers.discarding());
          sent.whenComplete((response, failure) -> LOGGER.log(DEBUG, "reported by HTTP", failure));
        });
  }

  /** Even to make a client takes some time, which is not the caller's. */
  private void run(Runnable request) {
    try {
      executor.execute(
          () -> {
            try {
              request.run();
            } catch (RuntimeException e) {
              LOGGER.log(DEBUG, "not asked by HTTP", e);
            }
          });
    } catch (RejectedExecutionException e) {
      LOGGER.log(DEBUG, "no thread for HTTP", e);
    }
  }

  private static Reach reach(@Nullable HttpResponse<String> response, @Nullable Throwable failure) {
    if (response == null || failure != null) {
      return Reach.NOTHING;
    }
    boolean ours = response.statusCode() == OK && HelloAnswer.isPing(response.body());
    return ours ? Reach.APPLICATION : Reach.SOMETHING;
  }

  private static @Nullable Seen seen(
      @Nullable HttpResponse<String> response, @Nullable Throwable failure) {
    if (response == null || failure != null) {
      return null;
    }
    boolean answered = response.statusCode() == OK || response.statusCode() == NOT_FOUND;
    return answered ? HelloAnswer.read(response.body()).orElse(null) : null;
  }

  private HttpRequest get(String path) {
    return to(path).GET().build();
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(timeout);
  }

  private HttpClient client() {
    // HTTP/2 would ask for an upgrade of its own.
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(timeout)
            .executor(executor);
    if (tls != null) {
      builder.sslContext(tls);
    }
    if (proxy != null) {
      builder.proxy(ProxySelector.of(proxy));
    }
    return builder.build();
  }
}
