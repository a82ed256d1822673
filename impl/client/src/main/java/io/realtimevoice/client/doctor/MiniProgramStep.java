package io.realtimevoice.client.doctor;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What WeChat demands of a socket's address, before it lets a packet out. */
final class MiniProgramStep {

  private MiniProgramStep() {}

  static StepResult run(Target target) {
    Map<String, Object> facts = new LinkedHashMap<>();
    String entry = "wss://" + target.authority().toLowerCase(Locale.ROOT);
    @Nullable String wrong = wrong(target.host());
    facts.put("secure", target.secure());
    facts.put("hostIsADomain", wrong == null);
    facts.put("icp", "the domain needs an ICP filing (备案)");
    if (!target.secure()) {
      return StepResult.remark(
          Step.MINI_PROGRAM,
          0,
          facts,
          Finding.of(Verdict.NOT_WSS, Confidence.HIGH, "the URL begins with ws://"));
    }
    if (wrong != null) {
      return StepResult.remark(
          Step.MINI_PROGRAM,
          0,
          facts,
          Finding.of(Verdict.DOMAIN_NOT_ALLOWED, Confidence.HIGH, wrong));
    }
    facts.put("allow", "socket合法域名: " + entry);
    return StepResult.good(Step.MINI_PROGRAM, 0, facts);
  }

  /** After the handshake: versions that WeChat takes. */
  static @Nullable Finding tls(Map<String, Object> facts) {
    Object protocol = facts.get("protocol");
    if ("TLSv1".equals(protocol) || "TLSv1.1".equals(protocol)) {
      return Finding.of(
          Verdict.TLS_FAILED, Confidence.HIGH, protocol + ", and mini programs need TLSv1.2");
    }
    return null;
  }

  private static @Nullable String wrong(String host) {
    boolean name = host.chars().anyMatch(Character::isLetter) && !host.contains(":");
    if (!name) {
      return "the host is an IP address, which cannot be on the list";
    }
    return host.contains(".") && !host.endsWith(".localhost") && !host.endsWith(".local")
        ? null
        : "the host is no public domain, which cannot be on the list";
  }
}
