package io.realtimevoice.impl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SettingsReadAsTheyAreMeantTest {

  @Test
  void eachInItsPlace() {
    Settings settings =
        new SettingsFixture()
            .with(Setting.MAX_TEXT_CHARS, "2001")
            .with(Setting.MAX_BINARY_BYTES, "2002")
            .with(Setting.MAX_ERRORS, "3")
            .with(Setting.START_TIMEOUT, "PT4S")
            .with(Setting.HANDLER_TIMEOUT, "PT5S")
            .with(Setting.SEND_TIMEOUT, "PT6S")
            .with(Setting.WELCOME_TIMEOUT, "PT7S")
            .with(Setting.STATE_RETRY_DELAY, "PT0.08S")
            .with(Setting.STATE_RETRIES, "9")
            .with(Setting.OUTBOX_TEXT_CHARS, "2010")
            .with(Setting.OUTBOX_AUDIO_BYTES, "2011")
            .with(Setting.DEFAULT_LOCALE, "en_GB")
            .with(Setting.ALLOWED_ORIGINS, " https://A.example , *,,http://B.example:81")
            .read();

    assertEquals(2001, settings.session().maxTextChars());
    assertEquals(2002, settings.session().maxBinaryBytes());
    assertEquals(3, settings.session().maxErrors());
    assertEquals(Duration.ofSeconds(4), settings.session().startTimeout());
    assertEquals(Duration.ofSeconds(5), settings.session().handlerTimeout());
    assertEquals(Duration.ofSeconds(6), settings.connection().sendTimeout());
    assertEquals(Duration.ofSeconds(7), settings.connection().welcomeTimeout());
    assertEquals(Duration.ofMillis(80), settings.connection().retryDelay());
    assertEquals(9, settings.connection().retries());
    assertEquals(2010, settings.connection().outboxControl());
    assertEquals(2011, settings.connection().outboxAudio());
    assertEquals(Locale.UK, settings.defaultLocale());
    assertEquals(
        Set.of("https://a.example", "*", "http://b.example:81"), settings.allowedOrigins());
  }
}
