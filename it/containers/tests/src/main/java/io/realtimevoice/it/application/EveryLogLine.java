package io.realtimevoice.it.application;

import io.realtimevoice.event.SessionStarted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets the server's log have what the channel says at every level, for as long as this runs. */
@ApplicationScoped
public class EveryLogLine {

  // Kept: a logger that nobody holds is collected, and its level with it.
  private final Logger logger = Logger.getLogger("io.realtimevoice");
  private final Map<Handler, Level> handlers = new HashMap<>();

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    open();
  }

  /** Once more: Payara Micro reads its own levels again when the applications are deployed. */
  void more(@Observes SessionStarted event) {
    open();
  }

  private synchronized void open() {
    logger.setLevel(Level.ALL);
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handlers.putIfAbsent(handler, handler.getLevel());
      handler.setLevel(Level.ALL);
    }
  }

  synchronized void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
    logger.setLevel(null);
    handlers.forEach(Handler::setLevel);
    handlers.clear();
  }
}
