package io.realtimevoice.it.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets the server's log have what the channel says at every level, for as long as this runs. */
@ApplicationScoped
public class EveryLogLine {

  // Kept: a logger that nobody holds is collected, and its level with it.
  private final Logger logger = Logger.getLogger("io.realtimevoice");

  void begin(@Observes @Initialized(ApplicationScoped.class) Object application) {
    logger.setLevel(Level.ALL);
  }

  void end(@Observes @BeforeDestroyed(ApplicationScoped.class) Object application) {
    logger.setLevel(null);
  }
}
