package io.realtimevoice.it.payara;

import fish.payara.arquillian.container.payara.managed.PayaraMicroContainerConfiguration;
import fish.payara.arquillian.container.payara.managed.PayaraMicroDeployableContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.spi.client.container.DeploymentException;
import org.jboss.arquillian.container.spi.client.protocol.metadata.HTTPContext;
import org.jboss.arquillian.container.spi.client.protocol.metadata.ProtocolMetaData;
import org.jboss.shrinkwrap.api.Archive;

/**
 * Payara Micro, one process a deployment, without the traps of its adapter (3.1): that one takes a
 * server without the application for a success, and it neither ends the server then nor waits for
 * its end after an undeployment.
 */
public final class StrictPayaraMicro extends PayaraMicroDeployableContainer {

  private static final long SECONDS_TO_END = 60;

  private final Path logs = Path.of(System.getProperty("server.directory"), "log");
  private PayaraMicroContainerConfiguration configuration;
  private String options;
  private int deployments;

  @Override
  public void setup(PayaraMicroContainerConfiguration given) {
    super.setup(given);
    configuration = given;
    options = given.getExtraMicroOptions();
  }

  @Override
  public ProtocolMetaData deploy(Archive<?> archive) throws DeploymentException {
    deployments++;
    Path log = logs.resolve(deployments + "-" + archive.getName() + ".log.0");
    try {
      Files.createDirectories(logs);
      Files.deleteIfExists(log);
    } catch (IOException e) {
      throw new DeploymentException("No place for the server's log: " + log, e);
    }
    // The server adds the number to the name.
    configuration.setExtraMicroOptions(
        options + " --logToFile " + log.toString().replaceFirst("\\.0$", ""));
    ProtocolMetaData metaData = super.deploy(archive);
    if (!hasApplication(metaData)) {
      undeploy(archive);
      throw new DeploymentException(archive.getName() + ":\n" + troubles(log));
    }
    return metaData;
  }

  @Override
  public void undeploy(Archive<?> archive) throws DeploymentException {
    List<ProcessHandle> servers = ProcessHandle.current().children().toList();
    super.undeploy(archive);
    for (ProcessHandle server : servers) {
      awaitEnd(server);
    }
  }

  private static boolean hasApplication(ProtocolMetaData metaData) {
    return metaData != null
        && metaData.getContexts(HTTPContext.class).stream()
            .anyMatch(context -> !context.getServlets().isEmpty());
  }

  /** What the log says from its first severe message on, without the stack traces. */
  private static String troubles(Path log) {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .dropWhile(line -> !line.contains("SEVERE"))
          .filter(line -> !line.isBlank() && !line.startsWith("\tat "))
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void awaitEnd(ProcessHandle server) throws DeploymentException {
    try {
      server.onExit().get(SECONDS_TO_END, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      server.destroyForcibly();
    } catch (ExecutionException | TimeoutException e) {
      server.destroyForcibly();
      throw new DeploymentException("Payara Micro did not end by itself", e);
    }
  }
}
