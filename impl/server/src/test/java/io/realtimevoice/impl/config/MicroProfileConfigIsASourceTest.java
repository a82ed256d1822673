package io.realtimevoice.impl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigBuilder;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MicroProfileConfigIsASourceTest {

  private static final String API = "org.eclipse.microprofile.config.ConfigProvider";

  @AfterEach
  void takeItAway() {
    ConfigProviderResolver.setInstance(null);
  }

  @Test
  void whereTheServerHasIt() {
    ConfigProviderResolver.setInstance(new OneValue("realtime-voice.max-errors", "7"));

    assertEquals(Optional.of("7"), MicroProfileSource.value("realtime-voice.max-errors"));
    assertEquals(Optional.empty(), MicroProfileSource.value("realtime-voice.start-timeout"));
  }

  @Test
  void butNotWhereNothingIsBehindTheApi() {
    assertEquals(Optional.empty(), MicroProfileSource.value("realtime-voice.max-errors"));
  }

  @Test
  void norWhereThereIsNoApi() throws IOException, ReflectiveOperationException {
    URL classes = MicroProfileSource.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader bare =
        new URLClassLoader(new URL[] {classes}, ClassLoader.getPlatformClassLoader())) {
      Class<?> source = bare.loadClass(MicroProfileSource.class.getName());

      assertThrows(ClassNotFoundException.class, () -> bare.loadClass(API));
      assertEquals(
          Optional.empty(),
          source.getMethod("value", String.class).invoke(null, "realtime-voice.max-errors"));
    }
  }

  /** MicroProfile Config with nothing in it but one value. */
  private static final class OneValue extends ConfigProviderResolver {

    private final Config config;

    OneValue(String name, String value) {
      config =
          (Config)
              Proxy.newProxyInstance(
                  Config.class.getClassLoader(),
                  new Class<?>[] {Config.class},
                  (proxy, method, arguments) -> {
                    if (method.getName().equals("getOptionalValue")) {
                      return arguments[0].equals(name) ? Optional.of(value) : Optional.empty();
                    }
                    throw new UnsupportedOperationException(method.getName());
                  });
    }

    @Override
    public Config getConfig() {
      return config;
    }

    @Override
    public Config getConfig(ClassLoader loader) {
      return config;
    }

    @Override
    public ConfigBuilder getBuilder() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void registerConfig(Config added, ClassLoader loader) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void releaseConfig(Config removed) {
      throw new UnsupportedOperationException();
    }
  }
}
