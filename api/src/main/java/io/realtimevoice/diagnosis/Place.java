package io.realtimevoice.diagnosis;

/** Where something has to be written to mend what a verdict names. */
public enum Place {
  /** The configuration of nginx. */
  NGINX("nginx"),
  /** The configuration of HAProxy. */
  HAPROXY("HAProxy"),
  /** The configuration of Apache httpd. */
  APACHE("Apache httpd"),
  /** The mini program's console. */
  MINI_PROGRAM("WeChat console"),
  /** The settings of the channel. */
  SERVER("realtime-voice"),
  /** The client's code. */
  CLIENT("client");

  private final String shown;

  Place(String shown) {
    this.shown = shown;
  }

  /**
   * Its name for people.
   *
   * @return the same in all languages
   */
  public String shown() {
    return shown;
  }
}
