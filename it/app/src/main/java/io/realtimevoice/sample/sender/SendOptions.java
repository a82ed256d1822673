package io.realtimevoice.sample.sender;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sender is asked to do.
 *
 * @param file the WAV file
 * @param uri where to
 * @param speed how many times as fast as it sounds; 0 for as fast as it goes
 * @param engine the engine type
 * @param json whether audio goes as base64 in JSON messages
 * @param token for the start message; null for none
 */
record SendOptions(
    Path file, URI uri, double speed, String engine, boolean json, @Nullable String token) {

  private static final String DEFAULT_URI = "ws://127.0.0.1:8080/sample/realtime-voice/stream";

  static SendOptions parse(String... arguments) {
    double speed = 1;
    String engine = "tones";
    boolean json = false;
    String token = null;
    List<String> operands = new ArrayList<>();
    Deque<String> left = new ArrayDeque<>(List.of(arguments));
    while (!left.isEmpty()) {
      String argument = left.removeFirst();
      switch (argument) {
        case "--speed" -> speed = speed(value(argument, left));
        case "--engine" -> engine = value(argument, left);
        case "--token" -> token = value(argument, left);
        case "--json" -> json = true;
        default -> operands.add(operand(argument));
      }
    }
    if (operands.isEmpty() || operands.size() > 2) {
      throw new IllegalArgumentException("send needs a WAV file, and may have a URL behind it");
    }
    return new SendOptions(
        Path.of(operands.get(0)),
        uri(operands.size() == 2 ? operands.get(1) : DEFAULT_URI),
        speed,
        engine,
        json,
        token);
  }

  private static String operand(String argument) {
    if (argument.startsWith("--")) {
      throw new IllegalArgumentException("there is no option " + argument);
    }
    return argument;
  }

  private static String value(String option, Deque<String> left) {
    if (left.isEmpty()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return left.removeFirst();
  }

  private static double speed(String value) {
    try {
      double speed = Double.parseDouble(value);
      if (speed >= 0 && Double.isFinite(speed)) {
        return speed;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("--speed needs a number, not " + value, e);
    }
    throw new IllegalArgumentException("--speed needs a number from 0, not " + value);
  }

  private static URI uri(String value) {
    URI uri = URI.create(value);
    if (!"ws".equals(uri.getScheme()) && !"wss".equals(uri.getScheme())) {
      throw new IllegalArgumentException("the URL must begin with ws:// or wss://, not " + value);
    }
    if (uri.getHost() == null) {
      throw new IllegalArgumentException("the URL must name a host, not " + value);
    }
    return uri;
  }
}
