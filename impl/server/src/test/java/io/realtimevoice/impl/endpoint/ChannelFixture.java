package io.realtimevoice.impl.endpoint;

import io.realtimevoice.impl.config.Setting;
import io.realtimevoice.impl.config.SettingsFixture;
import io.realtimevoice.impl.connection.ManualScheduler;
import io.realtimevoice.impl.interceptor.LoggedInterceptor;
import io.realtimevoice.impl.interceptor.StateCheckedInterceptor;
import io.realtimevoice.impl.interceptor.WelcomedInterceptor;
import io.realtimevoice.impl.runtime.ChannelRuntime;
import io.realtimevoice.impl.runtime.TestRuntime;
import io.realtimevoice.impl.websocket.FakeSession;
import io.realtimevoice.spi.Handshake;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.weld.environment.se.Weld;
import org.jboss.weld.environment.se.WeldContainer;

/** The beans behind the endpoints, in a real container, in virtual time. */
final class ChannelFixture implements AutoCloseable {

  private final ManualScheduler scheduler = new ManualScheduler();
  private final WeldContainer container;

  /** With settings, and the application's beans, one of them a handler. */
  ChannelFixture(Map<Setting, String> settings, Class<?>... application) {
    container =
        new Weld()
            .disableDiscovery()
            .addBeanClasses(
                ChannelRuntime.class,
                LoggedInterceptor.class,
                StateCheckedInterceptor.class,
                WelcomedInterceptor.class,
                VoiceChannel.class,
                SelfTestChannel.class)
            .addBeanClasses(application)
            .initialize();
    SettingsFixture values = new SettingsFixture();
    settings.forEach(values::with);
    TestRuntime.start(get(ChannelRuntime.class), values.read(), scheduler);
  }

  <T> T get(Class<T> bean) {
    return container.select(bean).get();
  }

  /** A client that opens the channel. */
  FakeSession open(FakeSession peer) {
    get(VoiceChannel.class).open(peer.session());
    advance(0);
    return peer;
  }

  /** A client that opens the self-test. */
  FakeSession test(FakeSession peer) {
    get(SelfTestChannel.class).open(peer.session());
    advance(0);
    return peer;
  }

  /** What a client says on the channel. */
  void say(FakeSession peer, String text) {
    VoiceChannel.line(peer.session()).text(text);
    advance(0);
  }

  /** A client whose page is of some origin, on the host of its own. */
  static FakeSession page(String id, String origin) {
    FakeSession peer = new FakeSession(id);
    peer.session()
        .getUserProperties()
        .put(
            Handshake.class.getName(),
            new Handshake(
                "/",
                Map.of(),
                Map.of("Host", List.of("host.example"), "Origin", List.of(origin)),
                null));
    return peer;
  }

  /** Lets time pass. */
  void advance(long millis) {
    scheduler.advance(Duration.ofMillis(millis));
  }

  @Override
  public void close() {
    container.close();
  }
}
