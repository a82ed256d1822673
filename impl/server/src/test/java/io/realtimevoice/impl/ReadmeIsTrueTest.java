package io.realtimevoice.impl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.impl.config.Setting;
import io.realtimevoice.impl.log.Message;
import io.realtimevoice.protocol.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of both READMEs say what the code says. */
class ReadmeIsTrueTest {

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void everySettingStandsThereWithItsDefault(String readme) throws IOException {
    List<String> documented =
        rows(readme, "`realtime-voice\\.[a-z-]+`")
            .map(row -> cell(row, 1) + " " + cell(row, 2).replaceAll("\\*[(（].+[)）]\\*", ""))
            .map(String::strip)
            .toList();
    List<String> real =
        Arrays.stream(Setting.values())
            .map(setting -> setting.key() + " " + setting.defaultValue())
            .map(String::strip)
            .toList();
    assertEquals(real, documented);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void everyLogLineStandsThereWithItsLevel(String readme) throws IOException {
    List<String> documented =
        rows(readme, "`RV\\d{4}`")
            .map(row -> cell(row, 1) + " " + cell(row, 2) + " " + cell(row, 3))
            .toList();
    List<String> real =
        Arrays.stream(Message.values())
            .map(message -> message.id() + " " + message.level() + " " + message.shown())
            .toList();
    assertEquals(real, documented);
  }

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.zh-CN.md"})
  void everyErrorCodeStandsThere(String readme) throws IOException {
    String text = Files.readString(path(readme));
    for (ErrorCode code : ErrorCode.values()) {
      assertTrue(text.contains("`" + code + "`"), code + " is missing");
    }
  }

  private static Stream<String> rows(String readme, String firstCell) throws IOException {
    Pattern row = Pattern.compile("\\| " + firstCell + " \\|.*");
    return Files.readAllLines(path(readme)).stream().filter(line -> row.matcher(line).matches());
  }

  private static String cell(String row, int number) {
    String cells = row.replaceFirst("^\\| ", "").replaceFirst(" \\|$", "");
    return cells.split(" \\| ", -1)[number - 1].strip().replace("`", "");
  }

  private static Path path(String readme) {
    return Path.of("..", "..", readme);
  }
}
