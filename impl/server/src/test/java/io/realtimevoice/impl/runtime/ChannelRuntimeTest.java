package io.realtimevoice.impl.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.event.ConnectionClosed;
import io.realtimevoice.impl.config.BadSettingException;
import io.realtimevoice.impl.config.SettingsFixture;
import io.realtimevoice.impl.connection.Connection;
import io.realtimevoice.impl.connection.ManualScheduler;
import io.realtimevoice.impl.websocket.FakeSession;
import io.realtimevoice.spi.Handshake;
import io.realtimevoice.spi.SettingsSource;
import io.realtimevoice.spi.WelcomeProvider;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Test;

class ChannelRuntimeTest {

  @ApplicationScoped
  static class ApplicationSettings implements SettingsSource {
    @Override
    public Optional<String> value(String name) {
      return name.equals("realtime-voice.max-errors") ? Optional.of("7") : Optional.empty();
    }
  }

  @Alternative
  @Priority(Interceptor.Priority.APPLICATION)
  @ApplicationScoped
  static class SettingsInTest implements SettingsSource {
    @Override
    public Optional<String> value(String name) {
      return name.equals("realtime-voice.max-errors") ? Optional.of("8") : Optional.empty();
    }
  }

  @ApplicationScoped
  static class ApplicationWelcome implements WelcomeProvider {
    @Override
    public String message(Handshake handshake, Locale locale) {
      return "application";
    }
  }

  @Alternative
  @Priority(Interceptor.Priority.APPLICATION)
  @ApplicationScoped
  static class WelcomeInTest implements WelcomeProvider {
    @Override
    public String message(Handshake handshake, Locale locale) {
      return "alternative";
    }
  }

  @ApplicationScoped
  static class Closes {
    final List<ConnectionClosed> seen = new ArrayList<>();

    void closed(@Observes ConnectionClosed event) {
      seen.add(event);
    }

    List<ConnectionClosed> seen() {
      return seen;
    }
  }

  @Test
  void readsTheApplicationsSettingsBeforeAllOthers() {
    try (WeldContainer container = container(ApplicationSettings.class)) {
      ChannelRuntime runtime = runtime(container);
      runtime.start(
          name ->
              switch (name) {
                case "realtime-voice.max-errors" -> Optional.of("9");
                case "realtime-voice.state-retries" -> Optional.of("5");
                default -> Optional.empty();
              });

      assertEquals(7, runtime.channel().settings().session().maxErrors());
      assertEquals(5, runtime.channel().settings().connection().retries());
      runtime.stop(() -> {});
    }
  }

  @Test
  void takesTheAlternativeOfTheApplicationsSettings() {
    for (Class<?>[] beans :
        List.of(
            new Class<?>[] {ApplicationSettings.class, SettingsInTest.class},
            new Class<?>[] {SettingsInTest.class, ApplicationSettings.class})) {
      try (WeldContainer container = container(beans)) {
        ChannelRuntime runtime = runtime(container);
        runtime.start(ChannelRuntimeTest::nothing);

        assertEquals(8, runtime.channel().settings().session().maxErrors());
        runtime.stop(() -> {});
      }
    }
  }

  @Test
  void takesTheAlternativeOfTheApplicationsWelcome() {
    for (Class<?>[] beans :
        List.of(
            new Class<?>[] {ApplicationWelcome.class, WelcomeInTest.class},
            new Class<?>[] {WelcomeInTest.class, ApplicationWelcome.class})) {
      try (WeldContainer container = container(beans)) {
        ChannelRuntime runtime = runtime(container);
        runtime.start(ChannelRuntimeTest::nothing);

        assertEquals(
            "alternative",
            runtime.channel().greetings().toEndpoint(new FakeSession("c-1").session()).message());
        runtime.stop(() -> {});
      }
    }
  }

  @Test
  void startsOnce() {
    try (WeldContainer container = container()) {
      ChannelRuntime runtime = runtime(container);
      runtime.start(ChannelRuntimeTest::nothing);
      Channel first = runtime.channel();
      runtime.start(name -> Optional.of("wrong"));

      assertSame(first, runtime.channel());
      runtime.stop(() -> {});
    }
  }

  @Test
  void doesNotStartWithABadSetting() {
    try (WeldContainer container = container()) {
      ChannelRuntime runtime = runtime(container);

      assertThrows(BadSettingException.class, () -> runtime.start(name -> Optional.of("wrong")));
      assertThrows(IllegalStateException.class, runtime::channel);
    }
  }

  @Test
  void endsSessionsThenConnectionsAndTellsObserversOfIt() {
    try (WeldContainer container = container(Closes.class)) {
      ChannelRuntime runtime = runtime(container);
      ManualScheduler scheduler = new ManualScheduler();
      List<String> order = new ArrayList<>();
      runtime.start(new SettingsFixture().read(), scheduler, () -> order.add("threads"));
      FakeSession session = new FakeSession("c-1");
      Connection connection = runtime.channel().connections().of(session.session());
      runtime.stop(() -> order.add("sessions, open: " + connection.isOpen()));
      runtime.stop(() -> order.add("twice"));

      assertEquals(List.of("sessions, open: true", "threads"), order);
      assertEquals(List.of("close 1001 going away"), session.written());
      assertEquals(1001, container.select(Closes.class).get().seen().get(0).closeCode());
      assertEquals(0, scheduler.waiting());
      assertFalse(connection.isOpen());
      assertTrue(
          assertThrows(IllegalStateException.class, runtime::channel)
              .getMessage()
              .contains("not running"));
    }
  }

  private static WeldContainer container(Class<?>... beans) {
    return new Weld()
        .disableDiscovery()
        .beanClasses(ChannelRuntime.class)
        .addBeanClasses(beans)
        .initialize();
  }

  private static ChannelRuntime runtime(WeldContainer container) {
    return container.select(ChannelRuntime.class).get();
  }

  private static Optional<String> nothing(String name) {
    return Optional.empty();
  }
}
