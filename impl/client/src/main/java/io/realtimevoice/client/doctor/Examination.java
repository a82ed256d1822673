package io.realtimevoice.client.doctor;

import io.realtimevoice.diagnosis.Confidence;
import io.realtimevoice.diagnosis.Finding;
import io.realtimevoice.diagnosis.Verdict;
import java.net.InetAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The steps one after the other, up to the first that fails. Waits on the thread that calls it. */
final class Examination {

  private final Options options;
  private final Target target;
  private final Trust trust;
  private final NetworkSteps.Resolver resolver;
  private final InstantSource clock;
  private final Consumer<StepResult> progress;
  private final List<StepResult> steps = new ArrayList<>();
  private List<String> timeline = List.of();
  private @Nullable ServerRecord server;

  Examination(
      Options options,
      Target target,
      Trust trust,
      NetworkSteps.Resolver resolver,
      InstantSource clock,
      Consumer<StepResult> progress) {
    this.options = options;
    this.target = target;
    this.trust = trust;
    this.resolver = resolver;
    this.clock = clock;
    this.progress = progress;
  }

  Report run() throws InterruptedException {
    try {
      Optional<Way> way = network();
      if (way.isPresent() && http(way.get())) {
        talk(way.get());
      }
    } catch (GeneralSecurityException e) {
      Finding finding =
          Finding.of(Verdict.TLS_FAILED, Confidence.MEDIUM, String.valueOf(e.getMessage()));
      add(StepResult.bad(Step.TLS, 0, Map.of(), finding));
    }
    return new Report(target, steps, timeline, server);
  }

  private Optional<Way> network() throws InterruptedException {
    if (options.miniProgram()) {
      add(MiniProgramStep.run(target));
    }
    NetworkSteps.Named named = NetworkSteps.name(target.host(), options.timeoutMs(), resolver);
    if (!add(named.result())) {
      return Optional.empty();
    }
    NetworkSteps.Reached reached =
        NetworkSteps.address(named.addresses(), target.port(), options.timeoutMs());
    Optional<InetAddress> address = reached.address();
    return add(reached.result())
        ? address.map(each -> new Way(target, each, trust, options.timeoutMs()))
        : Optional.empty();
  }

  private boolean http(Way way) {
    if (target.secure() && !add(tls(way))) {
      return false;
    }
    HttpSteps.Pinged pinged = HttpSteps.ping(way);
    add(pinged.result());
    return add(HttpSteps.upgrade(way, options.origin(), pinged.reach()));
  }

  private StepResult tls(Way way) {
    StepResult result = TlsStep.run(way, clock);
    @Nullable Finding tooOld =
        result.ok() && options.miniProgram() ? MiniProgramStep.tls(result.facts()) : null;
    return tooOld == null
        ? result
        : StepResult.remark(Step.TLS, result.millis(), result.facts(), tooOld);
  }

  private void talk(Way way) throws InterruptedException, GeneralSecurityException {
    try (Line line = line(target.uri())) {
      Talk talk = new Talk(way, line, options.locale().getLanguage(), Patience.USUAL);
      if (add(talk.welcome())) {
        add(RecordStep.run(way, talk.nonce()));
        if (echo() && hold(way, talk)) {
          add(talk.close());
        }
      }
      timeline = line.timeline();
    }
    ask(way);
  }

  /** At the end, so that all of it is in the answer. */
  private void ask(Way way) {
    Token token = options.token();
    if (token != null) {
      String id =
          steps.stream()
              .map(step -> step.facts().get(RecordStep.CONNECTION))
              .filter(Objects::nonNull)
              .map(String::valueOf)
              .findFirst()
              .orElse("");
      server = ServerRecord.of(way, id, token);
    }
  }

  private boolean hold(Way way, Talk talk) throws InterruptedException, GeneralSecurityException {
    if (options.holdMs() == 0) {
      return true;
    }
    StepResult held = held(talk);
    @Nullable Finding finding = held.ok() ? null : held.finding();
    boolean doubtful = finding != null && finding.verdict() == Verdict.IDLE_CUT;
    return add(doubtful ? again(way, held) : held);
  }

  private StepResult held(Talk talk) throws InterruptedException, GeneralSecurityException {
    Optional<URI> test = target.selfTest();
    if (test.isEmpty()) {
      return talk.hold(options.holdMs());
    }
    try (SilentLine silent = new SilentLine(line(test.get()))) {
      StepResult held = talk.hold(options.holdMs());
      return held.ok() ? silent.beside(held) : held;
    }
  }

  /** A cut may be an accident; the same one twice is not. */
  private StepResult again(Way way, StepResult first)
      throws InterruptedException, GeneralSecurityException {
    try (Line line = line(target.uri())) {
      Talk talk = new Talk(way, line, options.locale().getLanguage(), Patience.USUAL);
      return talk.welcome().ok() ? IdleCut.confirmed(first, talk.hold(options.holdMs())) : first;
    }
  }

  private boolean echo() throws InterruptedException, GeneralSecurityException {
    Optional<URI> test = target.selfTest();
    if (test.isEmpty()) {
      return true;
    }
    try (Line line = line(test.get())) {
      return add(EchoStep.run(line, options.timeoutMs()));
    }
  }

  private Line line(URI uri) throws GeneralSecurityException {
    return Line.to(uri, trust, options.origin(), options.timeoutMs());
  }

  private boolean add(StepResult result) {
    steps.add(result);
    progress.accept(result);
    return result.ok();
  }
}
