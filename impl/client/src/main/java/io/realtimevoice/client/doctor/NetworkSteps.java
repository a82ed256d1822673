package io.realtimevoice.client.doctor;

import io.realtimevoice.client.execution.SharedThreads;
import io.realtimevoice.client.network.Causes;
import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Below TLS and HTTP: the name, and its addresses. */
final class NetworkSteps {

  private NetworkSteps() {}

  /** Asks for addresses. */
  @FunctionalInterface
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  /** What came of it, and the addresses. */
  record Named(StepResult result, List<InetAddress> addresses) {}

  /** What came of it, and the address that answered first. */
  record Reached(StepResult result, Optional<InetAddress> address) {}

  static Named name(String host, int timeoutMs, Resolver resolver) throws InterruptedException {
    Stopwatch watch = new Stopwatch();
    FutureTask<InetAddress[]> task = new FutureTask<>(() -> resolver.resolve(host));
    SharedThreads.waiting().execute(task);
    try {
      List<InetAddress> addresses = List.of(task.get(timeoutMs, TimeUnit.MILLISECONDS));
      List<String> shown = addresses.stream().map(InetAddress::getHostAddress).toList();
      return new Named(
          StepResult.good(Step.NAME, watch.millis(), Map.of("addresses", shown)), addresses);
    } catch (ExecutionException e) {
      return unnamed(watch, Causes.of(e));
    } catch (TimeoutException e) {
      return unnamed(
          watch,
          Finding.of(Verdict.DNS_FAILED, Confidence.MEDIUM, "no answer in " + timeoutMs + " ms"));
    }
  }

  private static Named unnamed(Stopwatch watch, Finding finding) {
    return new Named(StepResult.bad(Step.NAME, watch.millis(), Map.of(), finding), List.of());
  }

  /** Tries every address, for one that does not answer may be another client's only one. */
  static Reached address(List<InetAddress> addresses, int port, int timeoutMs) {
    Stopwatch whole = new Stopwatch();
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("port", port);
    List<Finding> findings = new ArrayList<>();
    @Nullable InetAddress answering = null;
    for (InetAddress each : addresses) {
      Stopwatch watch = new Stopwatch();
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(each, port), timeoutMs);
        facts.put(each.getHostAddress(), watch.millis() + " ms");
        answering = answering == null ? each : answering;
      } catch (IOException e) {
        Finding finding = Causes.of(e);
        facts.put(each.getHostAddress(), finding.verdict().name());
        findings.add(finding);
      }
    }
    if (answering != null) {
      return new Reached(
          StepResult.good(Step.ADDRESS, whole.millis(), facts), Optional.of(answering));
    }
    // A refusal tells more than packets that are dropped.
    Finding finding =
        findings.stream()
            .filter(each -> each.verdict() == Verdict.CONNECTION_REFUSED)
            .findFirst()
            .orElseGet(() -> findings.get(0));
    return new Reached(
        StepResult.bad(Step.ADDRESS, whole.millis(), facts, finding), Optional.empty());
  }
}
