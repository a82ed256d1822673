package io.realtimevoice.client.doctor;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Everything for support in one file. What goes in was free of secrets before. */
final class Bundle {

  private Bundle() {}

  static void write(Path file, Report report, Locale locale, String text) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      add(zip, "doctor.json", JsonPrinter.of(report, locale).toString());
      add(zip, "doctor.txt", text);
      add(zip, "timeline.json", Json.createArrayBuilder(report.timeline()).build().toString());
      add(zip, "versions.json", JsonPrinter.versions().toString());
      ServerRecord server = report.server();
      if (server != null && server.timeline() != null) {
        add(zip, "server.json", server.timeline().toString());
      }
    }
  }

  private static void add(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(UTF_8));
    zip.closeEntry();
  }
}
