package io.realtimevoice.it.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A network of its own, with one cable to this machine on which packets can be dropped. */
final class Namespace implements AutoCloseable {

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final String name;
  private final String here;
  private final String there;

  Namespace() throws IOException, InterruptedException {
    int number = NUMBERS.incrementAndGet();
    name = "rvf" + ProcessHandle.current().pid() + "-" + number;
    String cable = "rvf" + number;
    here = "10.231." + number + ".1";
    there = "10.231." + number + ".2";
    Child.run("ip", "netns", "add", name);
    Child.run("ip", "link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", name);
    Child.run("ip", "addr", "add", here + "/30", "dev", cable);
    Child.run("ip", "link", "set", cable, "up");
    inside("ip", "addr", "add", there + "/30", "dev", "eth0");
    inside("ip", "link", "set", "eth0", "up");
    inside("ip", "link", "set", "lo", "up");
    inside("nft", "add", "table", "inet", "faults");
    inside("nft", "add chain inet faults in { type filter hook input priority 0 ; }");
    inside("nft", "add chain inet faults out { type filter hook output priority 0 ; }");
  }

  /** Whether this user may make one. */
  static boolean possible() {
    try {
      new Namespace().close();
      return true;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Its address on the cable. */
  String address() {
    return there;
  }

  /** What runs a command in it. */
  List<String> prefix() {
    return List.of("ip", "netns", "exec", name);
  }

  /**
   * Drops what comes in from the cable, or only some of it, by a rule such as {@code tcp dport 80}.
   */
  void dropIn(String rule) throws IOException, InterruptedException {
    inside("nft", "add rule inet faults in iifname != \"lo\" " + rule + " drop");
  }

  /** Drops all that goes out to the cable. */
  void dropOut() throws IOException, InterruptedException {
    inside("nft", "add rule inet faults out oifname != \"lo\" drop");
  }

  /** Drops nothing any more. */
  void restore() throws IOException, InterruptedException {
    inside("nft", "flush", "table", "inet", "faults");
  }

  private void inside(String... command) throws IOException, InterruptedException {
    List<String> whole = new ArrayList<>(prefix());
    whole.addAll(List.of(command));
    Child.run(whole.toArray(String[]::new));
  }

  @Override
  public void close() throws IOException, InterruptedException {
    Child.run("ip", "netns", "del", name);
  }
}
