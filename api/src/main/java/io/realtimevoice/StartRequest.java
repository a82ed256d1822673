package io.realtimevoice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a client's {@code start} asks for. Two requests are equal if the client asked for the same.
 *
 * @param userId who the client says it is; null if it did not say
 * @param token what shall prove it; null if there is none. A secret: it is in no log and not in
 *     {@link #toString()}
 * @param engineType the recognition engine and its language
 * @param format the audio that will come
 * @param options what is asked of the recognition
 * @param others all other fields, as String, Long, Double, Boolean, unmodifiable List and Map; JSON
 *     null is the Java null
 */
public record StartRequest(
    @Nullable String userId,
    @Nullable String token,
    String engineType,
    AudioFormat format,
    RecognitionOptions options,
    Map<String, @Nullable Object> others) {

  /** The {@code engineType} of a client that names none. */
  public static final String DEFAULT_ENGINE_TYPE = "16k_zh";

  /** Takes a copy of the other fields. */
  public StartRequest {
    Objects.requireNonNull(engineType, "engineType");
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(options, "options");
    others = Collections.unmodifiableMap(new LinkedHashMap<>(others));
  }

  /** What may be logged: neither who the client is, nor its token, nor fields unknown to us. */
  @Override
  public String toString() {
    return "StartRequest[engineType=" + engineType + ", format=" + format + "]";
  }
}
