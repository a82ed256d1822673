package io.realtimevoice.it.wildfly;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The server's virtual machine, seen from outside through the server's own JMX connection. */
final class ServerVm implements AutoCloseable {

  // "   1:         34567        1234567  java.lang.String (java.base@17)"
  private static final Pattern HISTOGRAM_LINE =
      Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+\\d+\\s+(\\S+)", Pattern.MULTILINE);

  // "      +-- "deployment.app.war", org.jboss.modules.ModuleClassLoader"
  private static final Pattern CLASS_LOADER_NAME = Pattern.compile("\\+-- \"([^\"]+)\"");

  private static final ObjectName WORKERS = name("jboss.as:subsystem=io,worker=default");
  private static final String CORE_THREADS = "taskCoreThreads";
  private static final String KEEP_ALIVE = "taskKeepalive"; // in milliseconds

  private final JMXConnector connector;
  private final MBeanServerConnection connection;
  private AttributeList workersBefore = new AttributeList();

  private ServerVm(JMXConnector connector) throws IOException {
    this.connector = connector;
    this.connection = connector.getMBeanServerConnection();
  }

  @SuppressWarnings("BanJNDI") // The server is the test's own.
  static ServerVm at(JMXServiceURL url) throws IOException {
    return new ServerVm(JMXConnectorFactory.connect(url));
  }

  /**
   * Collects the garbage, and counts what is left.
   *
   * @return for each class whose name has the prefix, the number of its reachable instances
   */
  SortedMap<String, Long> liveInstances(String classNamePrefix) throws IOException, JMException {
    SortedMap<String, Long> live = new TreeMap<>();
    Matcher line = HISTOGRAM_LINE.matcher(diagnose("gcClassHistogram"));
    while (line.find()) {
      if (line.group(2).startsWith(classNamePrefix)) {
        live.merge(line.group(2), Long.valueOf(line.group(1)), Long::sum);
      }
    }
    return live;
  }

  /** The names of the class loaders that have loaded classes, as the last collection left them. */
  List<String> classLoaders() throws IOException, JMException {
    return CLASS_LOADER_NAME
        .matcher(diagnose("vmClassloaders"))
        .results()
        .map(loader -> loader.group(1))
        .toList();
  }

  /** The names of the live threads. */
  List<String> threads() throws IOException {
    ThreadMXBean threads =
        ManagementFactory.newPlatformMXBeanProxy(
            connection, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    return Stream.of(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(Objects::nonNull) // ended in between
        .map(ThreadInfo::getThreadName)
        .toList();
  }

  /** Lets what has a finalizer be garbage for the next collection. */
  void finalizeGarbage() throws IOException, JMException {
    connection.invoke(
        new ObjectName("com.sun.management:type=DiagnosticCommand"),
        "gcRunFinalization",
        new Object[0],
        new String[0]);
  }

  /**
   * Lets every worker thread of WildFly end that has been idle for so long, also the last two,
   * until this is closed.
   */
  void endIdleWorkersAfter(Duration idle) throws IOException, JMException {
    workersBefore = connection.getAttributes(WORKERS, new String[] {CORE_THREADS, KEEP_ALIVE});
    connection.setAttribute(WORKERS, new Attribute(CORE_THREADS, 0));
    connection.setAttribute(WORKERS, new Attribute(KEEP_ALIVE, Math.toIntExact(idle.toMillis())));
  }

  /** Writes what is reachable to a file, over an older one. */
  void dumpHeap(Path file) throws IOException {
    Files.deleteIfExists(file);
    ManagementFactory.newPlatformMXBeanProxy(
            connection, "com.sun.management:type=HotSpotDiagnostic", HotSpotDiagnosticMXBean.class)
        .dumpHeap(file.toAbsolutePath().toString(), true);
  }

  private String diagnose(String command) throws IOException, JMException {
    return (String)
        connection.invoke(
            new ObjectName("com.sun.management:type=DiagnosticCommand"),
            command,
            new Object[] {new String[0]},
            new String[] {String[].class.getName()});
  }

  private static ObjectName name(String name) {
    try {
      return new ObjectName(name);
    } catch (MalformedObjectNameException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  @Override
  public void close() throws IOException, JMException {
    try (connector) {
      for (Attribute before : workersBefore.asList()) {
        connection.setAttribute(WORKERS, before);
      }
    }
  }
}
