package io.realtimevoice.client.doctor;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The server's own timeline of a connection, which it shows to operators.
 *
 * @param timeline null if it is not shown
 * @param why it is not; empty if it is
 */
record ServerRecord(@Nullable JsonObject timeline, String why) {

  private static final int OK = 200;

  /** Asks for it; waits. */
  static ServerRecord of(Way way, String connectionId, Token token) {
    if (!way.target().secure() && !way.address().isLoopbackAddress()) {
      return not("the token is not sent without TLS");
    }
    Optional<String> path = way.target().diagnostics("/connections/" + connectionId);
    if (path.isEmpty() || !connectionId.matches("[A-Za-z0-9_-]+")) {
      return not("the server has not told the connection's id");
    }
    try {
      HttpAnswer answer = HttpSteps.get(way, path.get(), token);
      Optional<JsonObject> told = Json.object(HttpSteps.json(answer));
      return answer.status() == OK && told.isPresent()
          ? new ServerRecord(told.get(), "")
          : not("HTTP " + answer.status());
    } catch (IOException e) {
      return not("no answer");
    }
  }

  private static ServerRecord not(String why) {
    return new ServerRecord(null, why);
  }
}
