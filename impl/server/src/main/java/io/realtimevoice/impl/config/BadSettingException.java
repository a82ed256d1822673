package io.realtimevoice.impl.config;

/** A setting has a value that is not allowed; stops the deployment. */
public final class BadSettingException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BadSettingException(Setting setting, String value) {
    super(
        String.format(
            "RV0010 realtime-voice: the setting %s (or %s in the environment) has the value \"%s\","
                + " but must be %s",
            setting.key(),
            setting.variable(),
            setting.secret() ? "(not shown)" : value,
            setting.allowed()));
  }
}
