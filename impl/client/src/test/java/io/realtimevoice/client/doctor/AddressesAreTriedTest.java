package io.realtimevoice.client.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.diagnosis.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AddressesAreTriedTest {

  private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

  @Test
  void ofANameThatIsKnown() throws Exception {
    NetworkSteps.Named named =
        NetworkSteps.name("host", 10_000, host -> new InetAddress[] {LOOPBACK});

    assertTrue(named.result().ok());
    assertEquals(List.of(LOOPBACK), named.addresses());
  }

  @Test
  void notIfTheNameIsUnknown() throws Exception {
    StepResult result =
        NetworkSteps.name(
                "host",
                10_000,
                host -> {
                  throw new UnknownHostException(host);
                })
            .result();

    assertEquals(Verdict.DNS_FAILED, verdict(result));
  }

  @Test
  void notIfNobodyAnswersTheQuestion() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    StepResult result =
        NetworkSteps.name(
                "host",
                10,
                host -> {
                  try {
                    over.await();
                  } catch (InterruptedException e) {
                    throw new UnknownHostException(host);
                  }
                  return new InetAddress[0];
                })
            .result();
    over.countDown();

    assertEquals(Verdict.DNS_FAILED, verdict(result));
  }

  @Test
  void andOneThatAnswersIsEnough() throws Exception {
    InetAddress other = InetAddress.getByName("127.0.0.2");
    try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
      NetworkSteps.Reached reached =
          NetworkSteps.address(List.of(other, LOOPBACK), server.getLocalPort(), 10_000);

      assertTrue(reached.result().ok());
      assertEquals(Optional.of(LOOPBACK), reached.address());
      assertEquals("CONNECTION_REFUSED", reached.result().facts().get("127.0.0.2"));
    }
  }

  @Test
  void andMayAllRefuse() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, LOOPBACK)) {
      port = free.getLocalPort();
    }

    assertEquals(
        Verdict.CONNECTION_REFUSED,
        verdict(NetworkSteps.address(List.of(LOOPBACK), port, 10_000).result()));
  }

  /** Linux drops a SYN when the queue of those who wait to be accepted is full. */
  @Test
  void andMayDropPackets() throws Exception {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, LOOPBACK)) {
      for (boolean room = true; room; ) {
        room = isAccepted(full, waiting);
      }

      assertEquals(
          Verdict.CONNECT_TIMED_OUT,
          verdict(NetworkSteps.address(List.of(LOOPBACK), full.getLocalPort(), 100).result()));
    } finally {
      for (Socket each : waiting) {
        each.close();
      }
    }
  }

  private static boolean isAccepted(ServerSocket server, List<Socket> waiting) throws IOException {
    Socket socket = new Socket();
    waiting.add(socket);
    try {
      socket.connect(new InetSocketAddress(LOOPBACK, server.getLocalPort()), 100);
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private static Verdict verdict(StepResult result) {
    assertNotNull(result.finding(), result::toString);
    return result.finding().verdict();
  }
}
