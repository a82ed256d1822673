package io.realtimevoice.bench.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.UnixOperatingSystemMXBean;
import io.realtimevoice.ChannelControl;
import io.realtimevoice.bench.Heap;
import io.realtimevoice.sample.embedded.EmbeddedServer;
import jakarta.enterprise.inject.spi.CDI;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * The sample application on its embedded server, in the hands of another process: each line that it
 * reads is answered by one.
 */
public final class BenchServer {

  private static final String DIRECT = "direct";

  private final PrintStream out;
  private final EmbeddedServer server;
  private final ChannelControl control;

  private BenchServer(PrintStream out, EmbeddedServer server, ChannelControl control) {
    this.out = out;
    this.server = server;
    this.control = control;
  }

  /**
   * Starts it, and does what it is told until it is told to stop, or nobody tells it anything.
   *
   * @param arguments the port
   * @throws IOException if the port cannot be had
   */
  public static void main(String... arguments) throws IOException {
    try (EmbeddedServer server = EmbeddedServer.start(Integer.parseInt(arguments[0]))) {
      ChannelControl control = CDI.current().select(ChannelControl.class).get();
      new BenchServer(System.out, server, control).obey();
    }
  }

  private void obey() throws IOException {
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8));
    answer(server.uri().toString());
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      switch (order) {
        case "state" -> answer(state(heapInUse()).toString());
        case "collect" -> answer(state(Heap.used()).toString());
        case "drain" -> {
          control.drain(Duration.ofSeconds(5)).toCompletableFuture().join();
          answer("drained");
        }
        case "stop" -> {
          return;
        }
        default -> answer("unknown order");
      }
    }
  }

  private void answer(String line) {
    out.println(line);
    out.flush();
  }

  private static long heapInUse() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  private ServerState state(long heap) {
    UnixOperatingSystemMXBean system =
        ManagementFactory.getPlatformMXBean(UnixOperatingSystemMXBean.class);
    return new ServerState(
        heap,
        ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
            .filter(pool -> pool.getName().equals(DIRECT))
            .mapToLong(BufferPoolMXBean::getMemoryUsed)
            .sum(),
        ManagementFactory.getThreadMXBean().getThreadCount(),
        system.getOpenFileDescriptorCount(),
        control.connections(),
        control.sessions(),
        system.getProcessCpuTime());
  }
}
