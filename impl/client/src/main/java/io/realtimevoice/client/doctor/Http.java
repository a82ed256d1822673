package io.realtimevoice.client.doctor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One request and one answer, written by hand: no library follows a redirect, adds a header or
 * hides an answer that it does not expect.
 */
final class Http {

  private static final int MAX_HEAD = 32 * 1024;

  /** A connection's record with the longest report of its client is far below it. */
  private static final int MAX_BODY = 128 * 1024;

  private static final int SWITCHING = 101;

  /** The first bytes of a TLS alert (RFC 8446, section 5.1). */
  private static final int ALERT = 0x15;

  private Http() {}

  /** The server speaks something else. */
  static final class NoHttpException extends IOException {
    private static final long serialVersionUID = 1L;
    private final boolean alert;

    NoHttpException(String message, boolean alert) {
      super(message);
      this.alert = alert;
    }

    /** Whether it was a TLS alert, which is what plain text gets from a secure port. */
    boolean isAlert() {
      return alert;
    }
  }

  static HttpAnswer get(Socket socket, Target target, String path, Map<String, String> headers)
      throws IOException {
    StringBuilder request = new StringBuilder("GET " + path + " HTTP/1.1\r\n");
    request.append("Host: ").append(target.authority()).append("\r\n");
    headers.forEach(
        (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
    socket.getOutputStream().write(request.append("\r\n").toString().getBytes(UTF_8));
    socket.getOutputStream().flush();
    return read(socket.getInputStream());
  }

  private static HttpAnswer read(InputStream in) throws IOException {
    List<String> head = head(in);
    int status = status(head.get(0));
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (String line : head.subList(1, head.size())) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        headers
            .computeIfAbsent(
                line.substring(0, colon).trim().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
            .add(line.substring(colon + 1).trim());
      }
    }
    HttpAnswer answer = new HttpAnswer(status, headers, "");
    return status == SWITCHING ? answer : new HttpAnswer(status, headers, body(in, answer));
  }

  private static List<String> head(InputStream in) throws IOException {
    List<String> lines = new ArrayList<>();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int count = 0; count < MAX_HEAD; count++) {
      int read = in.read();
      if (read < 0) {
        throw new NoHttpException("closed without an answer", false);
      }
      if (count == 0 && read != 'H') {
        throw new NoHttpException("no HTTP: begins with byte " + read, read == ALERT);
      }
      if (read != '\n') {
        line.write(read);
        continue;
      }
      String text = line.toString(ISO_8859_1).stripTrailing();
      line.reset();
      if (text.isEmpty()) {
        return lines;
      }
      lines.add(text);
    }
    throw new NoHttpException("the head has no end", false);
  }

  private static int status(String line) throws IOException {
    String[] parts = line.split(" ", 3);
    if (parts.length < 2 || !parts[0].startsWith("HTTP/") || !parts[1].matches("\\d{3}")) {
      throw new NoHttpException("no HTTP: the first line has no status", false);
    }
    return Integer.parseInt(parts[1]);
  }

  /** As much as comes; what does not come is not missed. */
  private static String body(InputStream in, HttpAnswer answer) throws IOException {
    String length = answer.header("Content-Length");
    int limit = length.matches("\\d{1,6}") ? Integer.parseInt(length) : MAX_BODY;
    boolean chunked =
        answer.header("Transfer-Encoding").toLowerCase(Locale.ROOT).contains("chunked");
    try {
      byte[] bytes = chunked ? chunks(in) : in.readNBytes(Math.min(limit, MAX_BODY));
      return new String(bytes, UTF_8);
    } catch (SocketTimeoutException e) {
      return "";
    }
  }

  /** RFC 9112, section 7.1; what is broken ends it. */
  private static byte[] chunks(InputStream in) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (body.size() < MAX_BODY) {
      String size = line(in).replaceFirst(";.*", "").strip();
      int bytes = size.matches("[0-9A-Fa-f]{1,5}") ? Integer.parseInt(size, 16) : 0;
      if (bytes == 0) {
        break;
      }
      body.write(in.readNBytes(bytes));
      line(in);
    }
    return body.toByteArray();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read();
        read >= 0 && read != '\n' && line.length() < MAX_HEAD;
        read = in.read()) {
      line.append((char) read);
    }
    return line.toString();
  }
}
