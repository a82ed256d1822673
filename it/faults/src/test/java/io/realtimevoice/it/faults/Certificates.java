package io.realtimevoice.it.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority that the clients trust, and certificates of its own and of others. */
final class Certificates {

  static final String PASSWORD = "changeit";

  private static final String OPENSSL = "openssl";

  private final Path folder;

  Certificates(Path folder) throws IOException, InterruptedException {
    this.folder = Files.createDirectories(folder);
    authority("root", null);
    authority("intermediate", "root");
  }

  /** For 127.0.0.1 and localhost, with its whole chain. */
  synchronized Path good() throws IOException, InterruptedException {
    return bundle(leaf("good", "IP:127.0.0.1,DNS:localhost", 30), "intermediate");
  }

  /** The same without the intermediate certificate. */
  synchronized Path incomplete() throws IOException, InterruptedException {
    return bundle(leaf("incomplete", "IP:127.0.0.1,DNS:localhost", 30));
  }

  synchronized Path expired() throws IOException, InterruptedException {
    return bundle(leaf("expired", "IP:127.0.0.1,DNS:localhost", 0), "intermediate");
  }

  synchronized Path wrongName() throws IOException, InterruptedException {
    return bundle(leaf("wrong-name", "DNS:voice.example.com", 30), "intermediate");
  }

  synchronized Path selfSigned() throws IOException, InterruptedException {
    Path key = folder.resolve("self.key");
    Path certificate = folder.resolve("self.pem");
    Child.run(
        OPENSSL,
        "req",
        "-x509",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-days",
        "30",
        "-subj",
        "/CN=localhost",
        "-addext",
        "subjectAltName=IP:127.0.0.1,DNS:localhost",
        "-keyout",
        key.toString(),
        "-out",
        certificate.toString());
    return bundle("self");
  }

  /** The authority of all that are right, in PEM. */
  Path authority() {
    return folder.resolve("root.pem");
  }

  /** What a JVM takes as its trust store. */
  Path trustStore() throws IOException {
    Path file = folder.resolve("trust.p12");
    try (var out = Files.newOutputStream(file)) {
      trusted().store(out, PASSWORD.toCharArray());
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
    return file;
  }

  /** Trusts the authority. */
  SSLContext context() throws IOException {
    try {
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(trusted());
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private KeyStore trusted() throws IOException {
    try (InputStream in = Files.newInputStream(authority())) {
      Certificate root = CertificateFactory.getInstance("X.509").generateCertificate(in);
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setCertificateEntry("root", root);
      return store;
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private void authority(String name, String issuer) throws IOException, InterruptedException {
    signed(name, issuer, 30, "basicConstraints=critical,CA:TRUE\nkeyUsage=keyCertSign,cRLSign\n");
  }

  private String leaf(String name, String names, int days)
      throws IOException, InterruptedException {
    signed(name, "intermediate", days, "subjectAltName=" + names + "\n");
    return name;
  }

  private void signed(String name, String issuer, int days, String extensions)
      throws IOException, InterruptedException {
    String key = folder.resolve(name + ".key").toString();
    String request = folder.resolve(name + ".csr").toString();
    Path more = Files.writeString(folder.resolve(name + ".ext"), extensions);
    Child.run(
        OPENSSL,
        "req",
        "-newkey",
        "rsa:2048",
        "-nodes",
        "-subj",
        "/CN=laboratory " + name,
        "-keyout",
        key,
        "-out",
        request);
    List<String> command =
        new ArrayList<>(
            List.of(
                OPENSSL,
                "x509",
                "-req",
                "-in",
                request,
                "-days",
                Integer.toString(days),
                "-extfile",
                more.toString(),
                "-out",
                folder.resolve(name + ".pem").toString()));
    if (issuer == null) {
      command.addAll(List.of("-signkey", key));
    } else {
      command.addAll(
          List.of(
              "-CA",
              folder.resolve(issuer + ".pem").toString(),
              "-CAkey",
              folder.resolve(issuer + ".key").toString(),
              "-CAcreateserial"));
    }
    Child.run(command.toArray(String[]::new));
  }

  /** Chain and key in one file, as nginx and HAProxy take them. */
  private Path bundle(String name, String... issuers) throws IOException {
    StringBuilder text = new StringBuilder(Files.readString(folder.resolve(name + ".pem")));
    for (String issuer : issuers) {
      text.append(Files.readString(folder.resolve(issuer + ".pem")));
    }
    text.append(Files.readString(folder.resolve(name + ".key")));
    return Files.writeString(folder.resolve(name + "-bundle.pem"), text);
  }
}
