package io.realtimevoice.sample.sender;

import io.realtimevoice.AudioFormat.Encoding;
import io.realtimevoice.client.Pace;
import io.realtimevoice.client.StartFields;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceClientBuilder;
import io.realtimevoice.client.VoiceException;
import io.realtimevoice.client.VoiceStream;
import io.realtimevoice.sample.tones.BadAudioException;
import io.realtimevoice.sample.tones.WavFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Streams a WAV file to the channel at the pace at which it sounds, or faster, and prints each
 * answer with its time.
 */
public final class WavSender {

  /** 20 ms of 16 kHz, 16 bit, mono. */
  private static final int BINARY_CHUNK = 640;

  /** About 10 KB of base64. */
  private static final int JSON_CHUNK = 7_680;

  private static final long PATIENCE_SECONDS = 15;

  private final SendOptions options;
  private final Answers answers;
  private final Pace pace;

  private WavSender(SendOptions options, Answers answers, int bytesPerSecond) {
    this.options = options;
    this.answers = answers;
    this.pace =
        new Pace(bytesPerSecond * options.speed(), options.json() ? JSON_CHUNK : BINARY_CHUNK);
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
      WavSender sender =
          new WavSender(options, new Answers(out), WavFile.bytesPerSecond(options.file()));
      return sender.send() ? 0 : 1;
    } catch (IllegalArgumentException | BadAudioException e) {
      out.println(e.getMessage());
      return 2;
    } catch (NoSuchFileException e) {
      out.println("there is no file " + e.getFile());
      return 2;
    } catch (IOException e) {
      out.println("failed: " + e.getMessage());
      return 1;
    }
  }

  private boolean send() throws IOException, InterruptedException {
    VoiceClient client = client();
    try {
      connect(client);
      return stream(client);
    } catch (VoiceException e) {
      answers.lost(e.problem());
      return false;
    } finally {
      // The JVM may end behind this, and the server should know why.
      client.closeAsync().toCompletableFuture().join();
    }
  }

  /** One attempt: who looks at a command line sees for himself whether to try again. */
  private VoiceClient client() {
    VoiceClientBuilder builder = VoiceClient.builder(options.uri()).maxRetries(0).listener(answers);
    return (options.json() ? builder.audioAsText() : builder).build();
  }

  private void connect(VoiceClient client) throws IOException, InterruptedException {
    try {
      await(client.connect());
    } catch (VoiceException e) {
      String evidence = String.join("; ", e.problem().evidence());
      throw new IOException(
          "%s (%s). %s %s".formatted(e.verdict(), evidence, e.title(), e.advice()), e);
    }
  }

  private boolean stream(VoiceClient client)
      throws IOException, InterruptedException, VoiceException {
    VoiceStream stream;
    try {
      stream = await(client.start(fields()), PATIENCE_SECONDS);
    } catch (TimeoutException e) {
      answers.missing("not ready", PATIENCE_SECONDS);
      return false;
    }
    try (InputStream file = Files.newInputStream(options.file())) {
      await(stream.send(file, pace));
    }
    try {
      await(stream.stop(), PATIENCE_SECONDS);
      return true;
    } catch (TimeoutException e) {
      answers.missing("not stopped", PATIENCE_SECONDS);
      return false;
    }
  }

  private StartFields fields() {
    StartFields fields =
        StartFields.DEFAULT.engineType(options.engine()).encoding(Encoding.WAV).with("wordInfo", 1);
    return options.token() == null ? fields : fields.token(options.token());
  }

  private static <T> T await(CompletionStage<T> stage)
      throws IOException, InterruptedException, VoiceException {
    try {
      return await(stage, Long.MAX_VALUE);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the end of time", e);
    }
  }

  private static <T> T await(CompletionStage<T> stage, long seconds)
      throws IOException, InterruptedException, VoiceException, TimeoutException {
    try {
      return stage.toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof VoiceException known) {
        throw known;
      }
      if (e.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
