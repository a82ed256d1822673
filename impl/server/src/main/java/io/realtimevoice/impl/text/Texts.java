package io.realtimevoice.impl.text;

import io.realtimevoice.protocol.ErrorCode;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What a user reads, in one language: Chinese for every kind of Chinese, else English.
 *
 * @param bundle the texts
 */
public record Texts(ResourceBundle bundle) {

  private static final String NAME = Texts.class.getPackageName() + ".texts";

  /**
   * The texts for a user.
   *
   * @param locale the user's language
   * @return the texts
   */
  public static Texts in(Locale locale) {
    boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    return new Texts(
        ResourceBundle.getBundle(
            NAME, chinese ? Locale.CHINESE : Locale.ENGLISH, Texts.class.getClassLoader()));
  }

  /**
   * The channel's own greeting.
   *
   * @return {@code welcome.message}
   */
  public String welcome() {
    return bundle.getString("welcome");
  }

  /**
   * The stream takes audio.
   *
   * @return {@code ready.message}
   */
  public String ready() {
    return bundle.getString("ready");
  }

  /**
   * The stream has ended.
   *
   * @return {@code stopped.message}
   */
  public String stopped() {
    return bundle.getString("stopped");
  }

  /**
   * Something is wrong.
   *
   * @param code what
   * @param subject where, and what is allowed there; may be empty
   * @return {@code error.message}
   */
  public String error(ErrorCode code, String subject) {
    return new MessageFormat(bundle.getString(code.name()), bundle.getLocale())
        .format(new Object[] {subject});
  }
}
