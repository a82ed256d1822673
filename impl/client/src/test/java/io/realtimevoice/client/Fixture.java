package io.realtimevoice.client;

import io.realtimevoice.client.FakeServer.Connection;
import io.realtimevoice.protocol.ServerMessage;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/** A client's inside with a clock that stands, a server that obeys, and jitter in the middle. */
final class Fixture {

  static final URI URL = URI.create("wss://host/app/realtime-voice/stream");

  final ManualClock clock;
  final FakeServer server = new FakeServer();
  final Told told = new Told();
  final Teller teller;
  final Journal journal;
  final Streams streams;
  final Machine machine;
  private int nonces;

  Fixture() {
    this(settings(3));
  }

  Fixture(Settings settings) {
    this(settings, URL, new ManualClock(), () -> 0.5);
  }

  Fixture(Settings settings, URI uri, ManualClock clock, DoubleSupplier random) {
    this.clock = clock;
    journal = new Journal(clock, settings.timelineSize());
    teller = new Teller(told, journal, settings.locale());
    Session session = new Session(clock, settings.maxQueuedBytes() / 2);
    streams = new Streams(settings, teller, session, clock, clock, clock);
    Platform platform = new Platform(clock, random, () -> "n-" + ++nonces, server, server);
    machine = new Machine(uri, platform, settings, teller, journal, session, streams);
  }

  static Settings settings(int maxRetries) {
    return settings(maxRetries, 500, false);
  }

  static Settings settings(int maxRetries, int timelineSize, boolean audioAsText) {
    return new Settings(
        15_000,
        4_000,
        List.of(800L, 1_600L, 3_200L),
        maxRetries,
        2_000,
        20_000,
        5_000,
        timelineSize,
        32_000,
        audioAsText,
        Locale.ENGLISH);
  }

  CompletionStage<ServerMessage.Welcome> connect() {
    CompletableFuture<ServerMessage.Welcome> result = new CompletableFuture<>();
    machine.connect(result);
    return result;
  }

  /** Connects, and makes the server answer. */
  Connection connected() {
    connect();
    server.connection().openAndWelcome();
    return server.connection();
  }

  CompletionStage<VoiceStream> start() {
    CompletableFuture<VoiceStream> result = new CompletableFuture<>();
    streams.start(StartFields.DEFAULT, result);
    return result;
  }

  /** Starts a stream on a connection, and makes the server take it. */
  VoiceStream started(Connection connection) {
    CompletionStage<VoiceStream> result = start();
    connection.receive("{\"type\":\"ready\",\"message\":\"go\"}");
    return result.toCompletableFuture().join();
  }

  ClientState state() {
    return teller.state();
  }

  List<String> timeline() {
    return journal.snapshot().entries().stream()
        .map(
            entry ->
                entry.atMs()
                    + " "
                    + entry.event().id()
                    + entry.detail().values().stream()
                        .map(value -> " " + value)
                        .collect(Collectors.joining()))
        .toList();
  }

  static VoiceException failure(CompletionStage<?> stage) {
    try {
      stage.toCompletableFuture().getNow(null);
    } catch (CompletionException e) {
      return (VoiceException) e.getCause();
    }
    throw new AssertionError("the stage has not failed");
  }
}
