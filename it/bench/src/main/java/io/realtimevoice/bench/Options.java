package io.realtimevoice.bench;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The options of one command, each {@code --name value} or {@code --name} alone. */
public final class Options {

  private final Map<String, String> values;

  private Options(Map<String, String> values) {
    this.values = values;
  }

  /**
   * Reads options.
   *
   * @param arguments from the command line
   * @return not checked yet
   */
  public static Options of(String... arguments) {
    Map<String, String> values = new TreeMap<>();
    Iterator<String> all = List.of(arguments).iterator();
    String name = "";
    while (all.hasNext()) {
      String next = all.next();
      if (next.startsWith("--")) {
        name = next;
        values.put(name, "");
      } else if (name.isEmpty()) {
        throw new IllegalArgumentException("not an option: " + next);
      } else {
        values.put(name, next);
        name = "";
      }
    }
    return new Options(values);
  }

  /**
   * Refuses what a command does not know.
   *
   * @param known its options
   * @return this
   */
  public Options only(String... known) {
    Set<String> unknown = new HashSet<>(values.keySet());
    unknown.removeAll(Set.of(known));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("unknown: " + String.join(" ", unknown));
    }
    return this;
  }

  /**
   * A number from 1 on.
   *
   * @param name of the option
   * @param otherwise if it is not given
   * @return the number
   */
  public int number(String name, int otherwise) {
    String value = values.get(name);
    if (value == null) {
      return otherwise;
    }
    if (!value.matches("[1-9]\\d{0,6}")) {
      throw new IllegalArgumentException(name + " takes a number from 1 on, not '" + value + "'");
    }
    return Integer.parseInt(value);
  }

  /**
   * One of several words.
   *
   * @param name of the option
   * @param words the first one if it is not given
   * @return the word
   */
  public String word(String name, String... words) {
    String value = values.getOrDefault(name, words[0]);
    if (!List.of(words).contains(value)) {
      throw new IllegalArgumentException(name + " takes one of " + String.join(", ", words));
    }
    return value;
  }

  /**
   * Whether an option that takes no value is given.
   *
   * @param name of the option
   * @return true if it is
   */
  public boolean has(String name) {
    return values.containsKey(name);
  }
}
