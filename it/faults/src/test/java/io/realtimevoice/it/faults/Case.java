package io.realtimevoice.it.faults;

import io.realtimevoice.diagnosis.Verdict;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** One fault, and what each observer should make of it. */
final class Case {

  /** Makes the fault; what it opens is closed with the case. */
  @FunctionalInterface
  interface Setup {
    Situation make(Laboratory laboratory) throws Exception;
  }

  /** Who looks at it. */
  enum Who {
    /** The server's own record, of the first that comes: so it is the first to look. */
    SERVER,
    DOCTOR,
    JAVA,
    BROWSER,
    MINI
  }

  private final String name;
  private final Setup setup;
  private final Map<Who, Set<Verdict>> expected = new EnumMap<>(Who.class);

  private Case(String name, Setup setup) {
    this.name = name;
    this.setup = setup;
  }

  /** A fault that all see alike, unless more is said. */
  static Case of(String name, Setup setup, Verdict verdict, Verdict... others) {
    Case made = new Case(name, setup);
    for (Who who : EnumSet.complementOf(EnumSet.of(Who.SERVER))) {
      made.expected.put(who, EnumSet.of(verdict, others));
    }
    return made;
  }

  /** A fault of which only the server knows, since its client says nothing. */
  static Case ofServer(String name, Setup setup, Verdict verdict) {
    return new Case(name, setup).server(verdict);
  }

  Case server(Verdict verdict, Verdict... others) {
    return except(Who.SERVER, verdict, others);
  }

  Case doctor(Verdict verdict, Verdict... others) {
    return except(Who.DOCTOR, verdict, others);
  }

  Case java(Verdict verdict, Verdict... others) {
    return except(Who.JAVA, verdict, others);
  }

  Case browser(Verdict verdict, Verdict... others) {
    return except(Who.BROWSER, verdict, others);
  }

  Case mini(Verdict verdict, Verdict... others) {
    return except(Who.MINI, verdict, others);
  }

  /** One that cannot look at it. */
  Case without(Who who) {
    expected.remove(who);
    return this;
  }

  private Case except(Who who, Verdict verdict, Verdict... others) {
    expected.put(who, EnumSet.of(verdict, others));
    return this;
  }

  String name() {
    return name;
  }

  Setup setup() {
    return setup;
  }

  /** Any of them is right. */
  Map<Who, Set<Verdict>> expected() {
    return expected;
  }
}
