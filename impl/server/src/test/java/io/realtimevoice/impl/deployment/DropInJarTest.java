package io.realtimevoice.impl.deployment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.impl.runtime.ChannelRuntime;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The archive as a container finds it: its beans.xml, its extension, its observers. */
class DropInJarTest {

  private static final String KEY = "realtime-voice.max-errors";

  private final Weld weld = new Weld();

  @AfterEach
  void clear() {
    System.clearProperty(KEY);
  }

  @Test
  void startsAndStopsWithTheApplication() {
    ChannelRuntime runtime;
    try (WeldContainer container = weld.addBeanClass(Handler.class).initialize()) {
      runtime = container.select(ChannelRuntime.class).get();
      assertEquals(20, runtime.channel().settings().session().maxErrors());
      assertEquals(0, runtime.channel().connections().size());
    }

    assertThrows(RuntimeException.class, runtime::channel);
  }

  @Test
  void doesNotStartWithoutAHandler() {
    String failure = assertThrows(RuntimeException.class, weld::initialize).getMessage();

    assertTrue(failure.contains("RV0011 realtime-voice: there is no bean"), failure);
  }

  @Test
  void doesNotStartWithABadSetting() {
    System.setProperty(KEY, "many");
    weld.addBeanClass(Handler.class);
    String failure = assertThrows(RuntimeException.class, weld::initialize).getMessage();

    assertTrue(
        failure.contains(
            "RV0010 realtime-voice: the setting realtime-voice.max-errors (or"
                + " REALTIME_VOICE_MAX_ERRORS in the environment) has the value \"many\", but must"
                + " be a whole number from 1 to 1000000"),
        failure);
  }
}
