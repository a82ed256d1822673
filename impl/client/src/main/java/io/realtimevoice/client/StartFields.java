package io.realtimevoice.client;

import io.realtimevoice.AudioFormat;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What {@code start} asks for. Immutable; what is not named is as the server has it by default: PCM
 * at 16 kHz, no user, no token.
 */
public final class StartFields {

  private static final String TYPE = "type";

  /** Nothing but the defaults. */
  public static final StartFields DEFAULT = new StartFields(Map.of());

  private final Map<String, Object> fields;

  private StartFields(Map<String, Object> fields) {
    this.fields = fields;
  }

  /**
   * Who speaks.
   *
   * @param userId as the application knows the user
   * @return with that
   */
  public StartFields userId(String userId) {
    return with("userId", userId);
  }

  /**
   * What the application's authenticator asks for.
   *
   * @param token never logged
   * @return with that
   */
  public StartFields token(String token) {
    return with("token", token);
  }

  /**
   * Which engine is to recognise.
   *
   * @param engineType such as {@code 16k_zh}
   * @return with that
   */
  public StartFields engineType(String engineType) {
    return with("engineType", engineType);
  }

  /**
   * How the audio is to be read.
   *
   * @param encoding becomes {@code voiceFormat}
   * @return with that
   */
  public StartFields encoding(AudioFormat.Encoding encoding) {
    return with("voiceFormat", encoding.voiceFormat());
  }

  /**
   * Any field, those that only the application knows among them.
   *
   * @param name as on the wire
   * @param value a string, number or boolean, or a collection or map of them
   * @return with that
   * @throws IllegalArgumentException if the field is not the caller's to set, or JSON has no such
   *     value
   */
  public StartFields with(String name, Object value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    if (name.equals(TYPE)) {
      throw new IllegalArgumentException("the type is always start");
    }
    MessageWriter.check(name, value);
    Map<String, Object> more = new LinkedHashMap<>(fields);
    more.put(name, value);
    return new StartFields(Collections.unmodifiableMap(more));
  }

  @Nullable String token() {
    return fields.get("token") instanceof String token ? token : null;
  }

  Map<String, Object> asMap() {
    return fields;
  }

  /** The names only: values may be secret. */
  @Override
  public String toString() {
    return "start" + fields.keySet();
  }
}
