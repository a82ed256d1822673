package io.realtimevoice.client.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;

/** Ways to a port of this machine. */
final class Ways {

  private Ways() {}

  static Way to(String url) throws GeneralSecurityException {
    return to(url, Trust.in(null), 10_000);
  }

  static Way trusting(String url) throws GeneralSecurityException, IOException {
    return to(url, Certificates.trust(), 10_000);
  }

  static Way hasty(String url) throws GeneralSecurityException {
    return to(url, Trust.in(null), 100);
  }

  private static Way to(String url, Trust trust, int timeoutMs) {
    return new Way(
        Target.of(url).orElseThrow(), InetAddress.getLoopbackAddress(), trust, timeoutMs);
  }
}
