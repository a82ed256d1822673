package io.realtimevoice.sample.sender;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendOptionsAreCheckedTest {

  @Test
  void aFileIsEnough() {
    assertEquals(
        new SendOptions(
            Path.of("a.wav"),
            URI.create("ws://127.0.0.1:8080/sample/realtime-voice/stream"),
            1,
            "tones",
            false,
            null),
        SendOptions.parse("a.wav"));
  }

  @Test
  void optionsStandAnywhere() {
    assertEquals(
        new SendOptions(Path.of("a.wav"), URI.create("wss://host/x"), 0.5, "loopback", true, "t"),
        SendOptions.parse(
            "--json",
            "a.wav",
            "--speed",
            "0.5",
            "--engine",
            "loopback",
            "wss://host/x",
            "--token",
            "t"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                  | send needs a WAV file, and may have a URL behind it
          a b c               | send needs a WAV file, and may have a URL behind it
          --json              | send needs a WAV file, and may have a URL behind it
          a --speed           | --speed needs a value
          a --speed fast      | --speed needs a number, not fast
          a --speed -1        | --speed needs a number from 0, not -1
          a --speed NaN       | --speed needs a number from 0, not NaN
          a --speed Infinity  | --speed needs a number from 0, not Infinity
          a --engine          | --engine needs a value
          a --token           | --token needs a value
          a --loud            | there is no option --loud
          a http://host       | the URL must begin with ws:// or wss://, not http://host
          a host:80           | the URL must begin with ws:// or wss://, not host:80
          a ws:///x           | the URL must name a host, not ws:///x
          """)
  void everythingElseIsRefused(String arguments, String message) {
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);

    assertEquals(
        message,
        assertThrows(IllegalArgumentException.class, () -> SendOptions.parse(words)).getMessage());
  }
}
