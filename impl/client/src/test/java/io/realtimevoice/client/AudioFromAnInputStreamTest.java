package io.realtimevoice.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.realtimevoice.client.FakeServer.Connection;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class AudioFromAnInputStreamTest {

  private final Fixture client = new Fixture();
  private final Connection connection = client.connected();
  private final VoiceStream stream = client.started(connection);

  @Test
  void isSentAtThePaceOfASpeaker() {
    CompletableFuture<Long> sending = send(new byte[3_210], Pace.ofPcm(16_000));
    client.clock.run();
    assertEquals(1, connection.audio.size());
    client.clock.advance(19);
    assertEquals(1, connection.audio.size());
    client.clock.advance(1);
    assertEquals(2, connection.audio.size());
    client.clock.advance(79);
    assertEquals(5, connection.audio.size());
    client.clock.advance(21);

    assertEquals(3_210, sending.join());
    assertEquals(6, connection.audio.size());
    assertEquals(10, connection.audio.get(5).length);
  }

  @Test
  void orAsFastAsItLeaves() {
    client.server.sending = false;
    CompletableFuture<Long> sending = send(new byte[1_000], Pace.FAST.inChunksOf(400));
    client.clock.run();
    assertEquals(1, connection.audio.size());
    connection.leave();
    client.clock.run();
    assertEquals(2, connection.audio.size());
    connection.leave();
    client.clock.run();
    connection.leave();
    client.clock.run();

    assertEquals(1_000, sending.join());
    assertEquals(0, client.clock.millis());
  }

  @Test
  void endsWithTheStream() {
    client.server.sending = false;
    CompletableFuture<Long> sending = send(new byte[1_000], Pace.FAST.inChunksOf(400));
    client.clock.run();
    connection.lose(1006);

    ExecutionException failed = assertThrows(ExecutionException.class, sending::get);
    assertInstanceOf(VoiceException.class, failed.getCause());
  }

  @Test
  void doesNotOutliveTheStreamEvenIfTheSourceHasNoMore() throws Exception {
    CountDownLatch reading = new CountDownLatch(1);
    CountDownLatch more = new CountDownLatch(1);
    InputStream source =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("audio is read in pieces");
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            reading.countDown();
            try {
              more.await();
              return length;
            } catch (InterruptedException e) {
              throw new InterruptedIOException();
            }
          }
        };
    List<Thread> threads = new ArrayList<>();
    AudioPump pump =
        new AudioPump(
            stream,
            source,
            Pace.FAST.inChunksOf(4),
            client.clock,
            task -> {
              Thread thread = new Thread(task);
              thread.setDaemon(true);
              threads.add(thread);
              thread.start();
            });
    CompletableFuture<Long> sending = pump.begin();
    reading.await();
    connection.lose(1011);

    ExecutionException failed = assertThrows(ExecutionException.class, sending::get);
    assertInstanceOf(VoiceException.class, failed.getCause());
    more.countDown();
    threads.get(0).join();
    client.clock.run();
    assertEquals(1, threads.size());
    assertEquals(0, connection.audio.size());
  }

  @Test
  void mayNotBeReadable() throws IOException {
    InputStream closed = InputStream.nullInputStream();
    closed.close();
    CompletableFuture<Long> sending = stream.send(closed, Pace.FAST).toCompletableFuture();
    client.clock.run();

    ExecutionException failed = assertThrows(ExecutionException.class, sending::get);
    assertEquals("Stream closed", failed.getCause().getMessage());
    assertFalse(client.told.states.contains(ClientState.RECOVERING));
  }

  private CompletableFuture<Long> send(byte[] audio, Pace pace) {
    return stream.send(new ByteArrayInputStream(audio), pace).toCompletableFuture();
  }
}
