package io.realtimevoice.impl.codec;

import io.realtimevoice.AudioFormat;
import io.realtimevoice.AudioFormat.Encoding;
import io.realtimevoice.RecognitionOptions;
import io.realtimevoice.StartRequest;
import io.realtimevoice.Transcript;
import io.realtimevoice.protocol.ClientMessage;
import io.realtimevoice.protocol.ErrorCode;
import io.realtimevoice.protocol.Protocol;
import io.realtimevoice.protocol.ServerMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The wire protocol's text messages, to and from JSON. Used by any number of threads at a time. */
public final class JsonbCodec {

  private static final Pattern SHOWN_TYPE = Pattern.compile("[\\w.:-]{1,32}");
  private static final Pattern ENGINE_TYPE = Pattern.compile("[\\w.:-]{1,64}");

  private static final Set<String> START_FIELDS =
      Set.of(
          "type",
          "userId",
          "token",
          "engineType",
          "voiceFormat",
          "needvad",
          "filterDirty",
          "filterModal",
          "filterPunc",
          "convertNumMode",
          "wordInfo",
          "vadSilenceTime");

  private final Jsonb jsonb;
  // Not the Jsonb, nor a JsonReader: Yasson 3.0.4 and Parsson 1.1.7 take "{} x" for "{}".
  private final JsonParserFactory parsers = Json.createParserFactory(Map.of());

  /**
   * A codec on a provider.
   *
   * @param jsonb one for the whole application; closed by who made it
   */
  public JsonbCodec(Jsonb jsonb) {
    this.jsonb = jsonb;
  }

  /**
   * Reads a message of a client.
   *
   * @param text the whole message
   * @return the message
   * @throws BadMessageException if it is none that this protocol has
   */
  public ClientMessage decode(String text) throws BadMessageException {
    Fields fields = new Fields(parse(text));
    String type = fields.text("type");
    if (type == null) {
      throw new BadMessageException(ErrorCode.MALFORMED, "type");
    }
    return switch (type) {
      case "hello" -> hello(fields);
      case "start" -> new ClientMessage.Start(start(fields));
      case "audio" -> new ClientMessage.Audio(audio(fields), fields.flag("isEnd"));
      case "stop" -> new ClientMessage.Stop();
      case "ack" -> new ClientMessage.Ack(fields.count("received"));
      case "heartbeat" -> new ClientMessage.Heartbeat(fields.count("received"));
      case "resume" ->
          new ClientMessage.Resume(
              fields.text("sessionId", ""),
              fields.text("resumeToken", ""),
              fields.count("received"),
              fields.text("token"));
      case "report" -> ReportFields.read(fields);
      default -> throw new BadMessageException(ErrorCode.UNKNOWN_TYPE, shown(type));
    };
  }

  /**
   * Writes a message of the server.
   *
   * @param message the message
   * @return its JSON text
   */
  public String encode(ServerMessage message) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    if (message instanceof ServerMessage.Welcome welcome) {
      welcome(welcome, fields);
    } else if (message instanceof ServerMessage.Ready ready) {
      fields.put("type", "ready");
      fields.put("message", ready.message());
    } else if (message instanceof ServerMessage.Result result) {
      result(result, fields);
    } else if (message instanceof ServerMessage.Stopped stopped) {
      stopped(stopped, fields);
    } else if (message instanceof ServerMessage.ErrorMessage error) {
      error(error, fields);
    } else if (message instanceof ServerMessage.Echo echo) {
      fields.put("type", "echo");
      fields.put("original", echo.original());
      fields.put("timestamp", echo.timestamp());
    } else if (message instanceof ServerMessage.Ack ack) {
      fields.put("type", "ack");
      fields.put("received", ack.received());
    } else if (message instanceof ServerMessage.Heartbeat heartbeat) {
      fields.put("type", "heartbeat");
      fields.put("received", heartbeat.received());
      fields.put("timestamp", heartbeat.timestamp());
    } else if (message instanceof ServerMessage.Resumed resumed) {
      fields.put("type", "resumed");
      fields.put("sessionId", resumed.sessionId());
      fields.put("resumeToken", resumed.resumeToken());
      fields.put("received", resumed.received());
    } else if (message instanceof ServerMessage.GoAway goAway) {
      fields.put("type", "goaway");
      fields.put("reason", goAway.reason());
      fields.put("retryAfterMs", goAway.retryAfterMs());
    } else if (message instanceof ServerMessage.Gap gap) {
      fields.put("type", "gap");
      fields.put("droppedBytes", gap.droppedBytes());
    }
    return jsonb.toJson(fields);
  }

  private JsonObject parse(String text) throws BadMessageException {
    try (JsonParser parser = parsers.createParser(new StringReader(text))) {
      parser.next();
      JsonObject object = parser.getObject();
      if (!parser.hasNext()) {
        return object;
      }
    } catch (RuntimeException | StackOverflowError e) {
      // Providers throw what they like for a nesting or a number beyond their limits. And what it
      // is that cannot be read is the client's, and no business of the log.
    }
    throw new BadMessageException(ErrorCode.MALFORMED, "JSON");
  }

  private static ClientMessage hello(Fields fields) throws BadMessageException {
    return new ClientMessage.Hello(
        fields.integer("version", Protocol.VERSION),
        locale(fields.text("locale", "")),
        nonce(fields.text("nonce")));
  }

  private static @Nullable String nonce(@Nullable String nonce) throws BadMessageException {
    if (nonce != null && nonce.length() > Protocol.MAX_NONCE_CHARS) {
      throw Fields.wrong("nonce", "at most " + Protocol.MAX_NONCE_CHARS + " characters");
    }
    return nonce;
  }

  private static @Nullable Locale locale(String tag) throws BadMessageException {
    if (tag.isEmpty()) {
      return null;
    }
    try {
      Locale locale = new Locale.Builder().setLanguageTag(tag.replace('_', '-')).build();
      return locale.getLanguage().isEmpty() ? null : locale;
    } catch (IllformedLocaleException e) {
      throw Fields.wrong("locale", "BCP 47 language tag");
    }
  }

  private static StartRequest start(Fields fields) throws BadMessageException {
    String engineType = fields.text("engineType", StartRequest.DEFAULT_ENGINE_TYPE);
    if (!ENGINE_TYPE.matcher(engineType).matches()) {
      throw Fields.wrong("engineType", "1 to 64 letters, digits and _ . : -");
    }
    RecognitionOptions absent = RecognitionOptions.DEFAULT;
    return new StartRequest(
        fields.text("userId"),
        fields.text("token"),
        engineType,
        new AudioFormat(encoding(fields), sampleRate(engineType)),
        new RecognitionOptions(
            fields.integer("needvad", absent.needVad()),
            fields.integer("filterDirty", absent.filterDirty()),
            fields.integer("filterModal", absent.filterModal()),
            fields.integer("filterPunc", absent.filterPunc()),
            fields.integer("convertNumMode", absent.convertNumMode()),
            fields.integer("wordInfo", absent.wordInfo()),
            fields.integer("vadSilenceTime", absent.vadSilenceTime())),
        fields.without(START_FIELDS));
  }

  private static Encoding encoding(Fields fields) throws BadMessageException {
    int voiceFormat = fields.integer("voiceFormat", AudioFormat.DEFAULT.encoding().voiceFormat());
    return Encoding.of(voiceFormat)
        .orElseThrow(
            () ->
                new BadMessageException(
                    ErrorCode.UNSUPPORTED_FORMAT, Integer.toString(voiceFormat)));
  }

  /** By the custom of the engines' names, of which {@code 8k_zh} is for telephone audio. */
  private static int sampleRate(String engineType) {
    return engineType.startsWith("8k") ? 8_000 : AudioFormat.DEFAULT.sampleRate();
  }

  private static ByteBuffer audio(Fields fields) throws BadMessageException {
    String data = fields.text("data", "");
    try {
      return ByteBuffer.wrap(Base64.getDecoder().decode(data));
    } catch (IllegalArgumentException e) {
      throw new BadMessageException(ErrorCode.BAD_AUDIO, "base64");
    }
  }

  private static String shown(String type) {
    return SHOWN_TYPE.matcher(type).matches() ? type : "?";
  }

  private static void welcome(ServerMessage.Welcome welcome, Map<String, @Nullable Object> fields) {
    fields.put("type", "welcome");
    fields.put("message", welcome.message());
    fields.put("timestamp", welcome.timestamp());
    fields.put("version", welcome.version());
    fields.put("sessionId", welcome.sessionId());
    fields.put("attempt", welcome.attempt());
    ServerMessage.Limits limits = welcome.limits();
    if (limits != null) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("maxTextChars", limits.maxTextChars());
      values.put("maxBinaryBytes", limits.maxBinaryBytes());
      values.put("startTimeoutMs", limits.startTimeoutMs());
      fields.put("limits", values);
    }
    if (!welcome.formats().isEmpty()) {
      fields.put("formats", welcome.formats());
    }
    if (welcome.nonce() != null) {
      fields.put("nonce", welcome.nonce());
    }
    ServerMessage.Resumption resume = welcome.resume();
    if (resume != null) {
      fields.put("resumeToken", resume.token());
      fields.put("heartbeatMs", resume.heartbeatMs());
      fields.put("resumeWindowMs", resume.windowMs());
    }
  }

  private static void result(ServerMessage.Result result, Map<String, @Nullable Object> fields) {
    Transcript transcript = result.transcript();
    fields.put("type", "result");
    fields.put("voiceId", result.voiceId());
    fields.put("text", transcript.text());
    fields.put("isFinal", transcript.isFinal());
    fields.put("wordList", transcript.words().stream().map(JsonbCodec::word).toList());
  }

  private static Map<String, Object> word(Transcript.Word word) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("word", word.text());
    fields.put("start_time", word.startMillis());
    fields.put("end_time", word.endMillis());
    return fields;
  }

  private static void stopped(ServerMessage.Stopped stopped, Map<String, @Nullable Object> fields) {
    fields.put("type", "stopped");
    fields.put("message", stopped.message());
    fields.put("logId", stopped.logId());
    fields.put("text", stopped.text());
    fields.put("audioSize", stopped.audioSize());
    if (stopped.duration() != null) {
      fields.put("duration", stopped.duration());
    }
  }

  private static void error(
      ServerMessage.ErrorMessage error, Map<String, @Nullable Object> fields) {
    fields.put("type", "error");
    fields.put("message", error.message());
    fields.put("code", error.code().name());
    fields.put("fatal", error.code().fatal());
    if (!error.retryAfter().isZero()) {
      fields.put("retryAfterMs", error.retryAfter().toMillis());
    }
    if (error.received() != null) {
      fields.put("received", error.received());
    }
  }

  /** The formats that {@code start} may name, as the welcome lists them. */
  public static List<Integer> formats() {
    return List.of(Encoding.values()).stream().map(Encoding::voiceFormat).toList();
  }
}
