package io.realtimevoice.sample.sender;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.realtimevoice.sample.tones.BadAudioException;
import io.realtimevoice.sample.tones.WavFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Streams a WAV file to the channel at the pace at which it sounds, or faster, and prints each
 * answer with its time.
 */
public final class WavSender {

  /** 20 ms of 16 kHz, 16 bit, mono. */
  private static final int BINARY_CHUNK = 640;

  /** About 10 KB of base64. */
  private static final int JSON_CHUNK = 7_680;

  private static final int WAV = 4;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final SendOptions options;
  private final Answers answers;
  private final long bytesPerSecond;

  private WavSender(SendOptions options, Answers answers, long bytesPerSecond) {
    this.options = options;
    this.answers = answers;
    this.bytesPerSecond = bytesPerSecond;
  }

  /**
   * Sends a file as the arguments say.
   *
   * @param out gets the answers
   * @param arguments options, the file and the URL
   * @return the exit code: 0 if {@code stopped} came, 1 if it did not, 2 for wrong arguments
   * @throws InterruptedException if the thread was
   */
  public static int run(PrintStream out, String... arguments) throws InterruptedException {
    try {
      SendOptions options = SendOptions.parse(arguments);
      return new WavSender(options, new Answers(out), WavFile.bytesPerSecond(options.file())).send()
          ? 0
          : 1;
    } catch (IllegalArgumentException | BadAudioException e) {
      out.println(e.getMessage());
      return 2;
    } catch (NoSuchFileException e) {
      out.println("there is no file " + e.getFile());
      return 2;
    } catch (CompletionException e) {
      out.println("the connection was lost while sending");
      return 1;
    } catch (IOException e) {
      out.println("failed: " + e.getMessage());
      return 1;
    }
  }

  private boolean send() throws IOException, InterruptedException {
    WebSocket socket = connect();
    answers.awaitWelcome();
    socket.sendText(StartMessage.of(options, WAV), true).join();
    if (!answers.awaitReady()) {
      return false;
    }
    stream(socket);
    socket.sendText("{\"type\":\"stop\"}", true).join();
    boolean stopped = answers.awaitStopped();
    socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(e -> socket).join();
    return stopped;
  }

  private WebSocket connect() throws IOException {
    try {
      return HttpClient.newHttpClient()
          .newWebSocketBuilder()
          .connectTimeout(CONNECT_TIMEOUT)
          .buildAsync(options.uri(), answers)
          .join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        throw new IOException(
            "the server answers HTTP " + refused.getResponse().statusCode(), refused);
      }
      throw new IOException("no connection to " + options.uri().getHost(), e.getCause());
    }
  }

  private void stream(WebSocket socket) throws IOException {
    byte[] chunk = new byte[options.json() ? JSON_CHUNK : BINARY_CHUNK];
    long begun = System.nanoTime();
    long sent = 0;
    try (InputStream file = Files.newInputStream(options.file())) {
      for (int read = file.readNBytes(chunk, 0, chunk.length);
          read > 0 && answers.goingOn();
          read = file.readNBytes(chunk, 0, chunk.length)) {
        pause(begun, sent);
        sendAudio(socket, ByteBuffer.wrap(chunk, 0, read));
        sent += read;
      }
    }
  }

  private void sendAudio(WebSocket socket, ByteBuffer audio) {
    if (options.json()) {
      String base64 = new String(Base64.getEncoder().encode(audio).array(), US_ASCII);
      socket.sendText("{\"type\":\"audio\",\"data\":\"" + base64 + "\"}", true).join();
    } else {
      socket.sendBinary(audio, true).join();
    }
  }

  private void pause(long begun, long sent) {
    if (options.speed() > 0) {
      double seconds = sent / (bytesPerSecond * options.speed());
      long due = begun + (long) (seconds * TimeUnit.SECONDS.toNanos(1));
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
    }
  }
}
