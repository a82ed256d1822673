package io.realtimevoice.client.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A root, an authority below it, and what they have signed for 127.0.0.1; made once by the JDK's
 * own tool, and known to the tests alone.
 */
final class Certificates {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final KeyStore ALL = make();

  private Certificates() {}

  /** Trusts the root. */
  static Trust trust() throws GeneralSecurityException, IOException {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("root", ALL.getCertificate("root"));
    return Trust.in(trusted);
  }

  /** A port that shows the whole chain of a certificate. */
  static ServerSocket server(String alias) throws GeneralSecurityException, IOException {
    return server(alias, ALL.getCertificateChain(alias));
  }

  /** A port that shows the certificate alone. */
  static ServerSocket incomplete(String alias) throws GeneralSecurityException, IOException {
    return server(alias, ALL.getCertificate(alias));
  }

  private static ServerSocket server(String alias, Certificate... shown)
      throws GeneralSecurityException, IOException {
    KeyStore one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setKeyEntry(alias, ALL.getKey(alias, PASSWORD), PASSWORD, shown);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(one, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context
        .getServerSocketFactory()
        .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  private static KeyStore make() {
    try {
      Path folder = Files.createTempDirectory("certificates");
      Path file = folder.resolve("all.p12");
      keytool(file, "root", "-ext", "bc:c");
      keytool(file, "authority", "-signer", "root", "-ext", "bc:c");
      keytool(file, "good", "-signer", "authority", "-ext", "san=ip:127.0.0.1");
      keytool(file, "other", "-signer", "root", "-ext", "san=dns:other.example");
      keytool(
          file,
          "expired",
          "-signer",
          "root",
          "-ext",
          "san=ip:127.0.0.1",
          "-startdate",
          "-9d",
          "-validity",
          "1");
      KeyStore store = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        store.load(in, PASSWORD);
      }
      Files.delete(file);
      Files.delete(folder);
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path file, String alias, String... more)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                alias,
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + alias,
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString()));
    command.addAll(List.of(more));
    Process tool =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.DISCARD)
            .start();
    assertEquals(0, tool.waitFor());
  }
}
