package io.realtimevoice.client.doctor;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Whom the doctor trusts, and no less strictly than any client. */
final class Trust {

  private final X509ExtendedTrustManager manager;

  private Trust(X509ExtendedTrustManager manager) {
    this.manager = manager;
  }

  /** The authorities of a store; null for those of the JVM. */
  static Trust in(@Nullable KeyStore authorities) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(authorities);
    return Arrays.stream(factory.getTrustManagers())
        .filter(X509ExtendedTrustManager.class::isInstance)
        .map(each -> new Trust((X509ExtendedTrustManager) each))
        .findFirst()
        .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
  }

  SSLContext context() throws GeneralSecurityException {
    return context(manager);
  }

  /** For one handshake, of which the chain is kept. */
  Witness witness() {
    return new Witness(manager);
  }

  /** Whether an authority that is trusted has this name. */
  boolean knows(X509Certificate issued) {
    return Arrays.stream(manager.getAcceptedIssuers())
        .anyMatch(each -> each.getSubjectX500Principal().equals(issued.getIssuerX500Principal()));
  }

  private static SSLContext context(TrustManager with) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {with}, null);
    return context;
  }

  /** Keeps what is shown, and leaves the judgement to another. */
  static final class Witness extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager judge;
    private List<X509Certificate> chain = List.of();

    Witness(X509ExtendedTrustManager judge) {
      this.judge = judge;
    }

    /** The server's own first; empty if none was shown. */
    List<X509Certificate> chain() {
      return chain;
    }

    SSLContext context() throws GeneralSecurityException {
      return Trust.context(this);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type)
        throws CertificateException {
      chain = List.of(shown);
      judge.checkServerTrusted(shown, type);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type, Socket socket)
        throws CertificateException {
      chain = List.of(shown);
      judge.checkServerTrusted(shown, type, socket);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] shown, String type, SSLEngine engine)
        throws CertificateException {
      chain = List.of(shown);
      judge.checkServerTrusted(shown, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type)
        throws CertificateException {
      judge.checkClientTrusted(shown, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type, Socket socket)
        throws CertificateException {
      judge.checkClientTrusted(shown, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] shown, String type, SSLEngine engine)
        throws CertificateException {
      judge.checkClientTrusted(shown, type, engine);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return judge.getAcceptedIssuers();
    }
  }
}
