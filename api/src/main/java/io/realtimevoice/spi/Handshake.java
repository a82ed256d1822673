package io.realtimevoice.spi;

import java.security.Principal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a client from its HTTP handshake.
 *
 * @param path the path of the request, without its query
 * @param parameters the query parameters; may hold secrets
 * @param headers the request's headers, found in any case; may hold secrets
 * @param principal the caller that the container authenticated; null for none
 */
public record Handshake(
    String path,
    Map<String, List<String>> parameters,
    Map<String, List<String>> headers,
    @Nullable Principal principal) {

  /** Takes copies. */
  public Handshake {
    Objects.requireNonNull(path, "path");
    parameters = Map.copyOf(parameters);
    Map<String, List<String>> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    headers = Collections.unmodifiableMap(anyCase);
  }

  /**
   * The first value of a header.
   *
   * @param name the header's name, in any case
   * @return empty if the request has no such header
   */
  public Optional<String> header(String name) {
    return headers.getOrDefault(name, List.of()).stream().findFirst();
  }

  /**
   * The first value of a query parameter.
   *
   * @param name the parameter's name
   * @return empty if the request has no such parameter
   */
  public Optional<String> parameter(String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }

  /** What may be logged: the path alone. */
  @Override
  public String toString() {
    return "Handshake[path=" + path + "]";
  }
}
