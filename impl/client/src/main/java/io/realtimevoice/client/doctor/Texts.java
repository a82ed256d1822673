package io.realtimevoice.client.doctor;

import java.util.Locale;
import java.util.ResourceBundle;

/** What the doctor says beside the catalogue. */
final class Texts {

  private final ResourceBundle texts;

  Texts(Locale locale) {
    boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    texts =
        ResourceBundle.getBundle(
            Texts.class.getPackageName() + ".doctor", chinese ? Locale.CHINESE : Locale.ENGLISH);
  }

  String of(Enum<?> constant) {
    return texts.getString(constant.name());
  }

  String of(String key) {
    return texts.getString(key);
  }
}
