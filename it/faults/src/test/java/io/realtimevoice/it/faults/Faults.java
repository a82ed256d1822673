package io.realtimevoice.it.faults;

import static io.realtimevoice.diagnosis.Verdict.BAD_GATEWAY;
import static io.realtimevoice.diagnosis.Verdict.CONNECTION_LOST;
import static io.realtimevoice.diagnosis.Verdict.CONNECTION_REFUSED;
import static io.realtimevoice.diagnosis.Verdict.CONNECT_FAILED;
import static io.realtimevoice.diagnosis.Verdict.CONNECT_TIMED_OUT;
import static io.realtimevoice.diagnosis.Verdict.DNS_FAILED;
import static io.realtimevoice.diagnosis.Verdict.FORBIDDEN;
import static io.realtimevoice.diagnosis.Verdict.FORBIDDEN_ORIGIN;
import static io.realtimevoice.diagnosis.Verdict.HALF_OPEN;
import static io.realtimevoice.diagnosis.Verdict.HANDLER_FAILED;
import static io.realtimevoice.diagnosis.Verdict.HANDLER_TOO_SLOW;
import static io.realtimevoice.diagnosis.Verdict.HANDSHAKE_TIMED_OUT;
import static io.realtimevoice.diagnosis.Verdict.HEALTHY;
import static io.realtimevoice.diagnosis.Verdict.HELLO_LOST_UPSTREAM;
import static io.realtimevoice.diagnosis.Verdict.IDLE_CUT;
import static io.realtimevoice.diagnosis.Verdict.LISTENER_TOO_LATE;
import static io.realtimevoice.diagnosis.Verdict.NOT_FOUND;
import static io.realtimevoice.diagnosis.Verdict.OVERLOADED;
import static io.realtimevoice.diagnosis.Verdict.REDIRECTED;
import static io.realtimevoice.diagnosis.Verdict.SERVER_RESTARTED;
import static io.realtimevoice.diagnosis.Verdict.SERVER_SILENT;
import static io.realtimevoice.diagnosis.Verdict.SERVER_SLOW;
import static io.realtimevoice.diagnosis.Verdict.TLS_EXPIRED;
import static io.realtimevoice.diagnosis.Verdict.TLS_INCOMPLETE_CHAIN;
import static io.realtimevoice.diagnosis.Verdict.TLS_NOT_SPOKEN;
import static io.realtimevoice.diagnosis.Verdict.TLS_REQUIRED;
import static io.realtimevoice.diagnosis.Verdict.TLS_UNTRUSTED;
import static io.realtimevoice.diagnosis.Verdict.TLS_WRONG_HOST;
import static io.realtimevoice.diagnosis.Verdict.TOO_BIG;
import static io.realtimevoice.diagnosis.Verdict.UNAUTHORIZED;
import static io.realtimevoice.diagnosis.Verdict.UPGRADE_STRIPPED;
import static io.realtimevoice.diagnosis.Verdict.VERSION_MISMATCH;
import static io.realtimevoice.diagnosis.Verdict.WELCOME_LOST_DOWNSTREAM;

import io.realtimevoice.it.faults.Case.Who;
import io.realtimevoice.it.faults.Swallower.Fate;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;

/** All faults, each of one kind, and what everybody should make of it. */
final class Faults {

  private static final int BACKLOG = 50;

  private Faults() {}

  /** Nothing is broken. */
  static List<Case> none() {
    return List.of(
        Case.of("healthy", lab -> Situation.on(lab.backend()), HEALTHY).server(HEALTHY),
        Case.of(
            "healthy, through nginx",
            lab -> Situation.behind(lab.nginx(Proxies.upgrading(lab.healthy().port()))),
            HEALTHY),
        Case.of(
            "healthy, through HAProxy",
            lab -> Situation.behind(lab.haproxy(lab.healthy().port(), "timeout tunnel 1h", "")),
            HEALTHY),
        Case.of(
            "healthy, through Apache",
            lab -> Situation.behind(lab.apache(apache(lab, " upgrade=websocket"))),
            HEALTHY));
  }

  /** A proxy is set up wrongly. */
  static List<Case> proxies() {
    return List.of(
        Case.of(
            "nginx without the upgrade headers",
            lab -> Situation.behind(lab.nginx(location(lab, ""))),
            UPGRADE_STRIPPED),
        Case.of(
            "nginx with Connection: close",
            lab ->
                Situation.behind(
                    lab.nginx(
                        location(
                            lab,
                            "proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade;"
                                + " proxy_set_header Connection close;"))),
            UPGRADE_STRIPPED),
        Case.of(
            "nginx strips the key header",
            lab ->
                Situation.behind(
                    lab.nginx(
                        location(
                            lab,
                            "proxy_http_version 1.1; proxy_set_header Upgrade $http_upgrade;"
                                + " proxy_set_header Connection upgrade;"
                                + " proxy_set_header Sec-WebSocket-Key \"\";"))),
            UPGRADE_STRIPPED),
        Case.of(
            "HAProxy strips the upgrade header",
            lab ->
                Situation.behind(
                    lab.haproxy(lab.healthy().port(), "", "http-request del-header Upgrade")),
            UPGRADE_STRIPPED),
        Case.of(
            "Apache without upgrade=websocket",
            lab -> Situation.behind(lab.apache(apache(lab, ""))),
            UPGRADE_STRIPPED),
        Case.of(
            "redirect to https",
            lab ->
                Situation.behind(
                    lab.nginx("location / { return 301 https://voice.example.com$request_uri; }")),
            REDIRECTED),
        Case.of(
            "wrong context path",
            lab -> {
              int port = lab.nginx(Proxies.upgrading(lab.healthy().port()));
              return Situation.at("ws://127.0.0.1:" + port + "/other/realtime-voice/stream")
                  .withPage(port);
            },
            NOT_FOUND),
        Case.of(
            "401 by the proxy",
            lab ->
                Situation.behind(
                    lab.nginx(
                        "auth_basic voice; auth_basic_user_file /dev/null;"
                            + Proxies.upgrading(lab.healthy().port()))),
            UNAUTHORIZED),
        Case.of(
            "403 by the proxy",
            lab ->
                Situation.behind(lab.nginx("deny all;" + Proxies.upgrading(lab.healthy().port()))),
            FORBIDDEN),
        Case.of(
            "upstream down, nginx",
            lab -> Situation.behind(lab.nginx(Proxies.upgrading(Child.freePort()))),
            BAD_GATEWAY),
        Case.of(
            "upstream down, HAProxy",
            lab -> Situation.behind(lab.haproxy(Child.freePort(), "retries 0", "")),
            BAD_GATEWAY),
        Case.of(
            "upstream slow",
            lab ->
                Situation.behind(
                    lab.nginx("proxy_read_timeout 2s;" + Proxies.upgrading(mute(lab)))),
            BAD_GATEWAY),
        Case.of(
            "idle cut at 3 s, HAProxy",
            lab ->
                Situation.behind(lab.haproxy(lab.healthy().port(), "timeout tunnel 3s", ""))
                    .afterReady(() -> {}, () -> {}),
            IDLE_CUT),
        Case.of(
            "idle cut at 3 s, nginx",
            lab ->
                Situation.behind(
                        lab.nginx(
                            "proxy_read_timeout 3s;" + Proxies.upgrading(lab.healthy().port())))
                    .afterReady(() -> {}, () -> {}),
            IDLE_CUT),
        Case.of(
                "idle cut by default, nginx",
                lab ->
                    Situation.behind(lab.nginx(Proxies.upgrading(lab.healthy().port())))
                        .quietFor(66),
                HEALTHY)
            .doctor(IDLE_CUT),
        Case.of(
            "proxy reload",
            lab -> {
              int port = Child.freePort();
              Child nginx =
                  lab.keep(
                      Proxies.nginx(
                          lab.folder(),
                          port,
                          null,
                          lab.page().port(),
                          Proxies.upgrading(lab.healthy().port())));
              return Situation.behind(port).afterReady(() -> nginx.signal("HUP"), () -> {});
            },
            CONNECTION_LOST));
  }

  /** TLS is set up wrongly. Browsers tell scripts nothing of it. */
  static List<Case> tls() {
    return List.of(
        tls("self-signed certificate", lab -> lab.certificates().selfSigned(), TLS_UNTRUSTED),
        tls("expired certificate", lab -> lab.certificates().expired(), TLS_EXPIRED),
        tls("certificate for another name", lab -> lab.certificates().wrongName(), TLS_WRONG_HOST),
        tls("incomplete chain", lab -> lab.certificates().incomplete(), TLS_INCOMPLETE_CHAIN)
            .mini(TLS_UNTRUSTED, TLS_INCOMPLETE_CHAIN),
        tls("healthy, with TLS", lab -> lab.certificates().good(), HEALTHY),
        Case.of(
                "ws to a TLS port",
                lab ->
                    Situation.at(
                        lab.nginx(
                            lab.certificates().good(), Proxies.upgrading(lab.healthy().port()))),
                TLS_REQUIRED)
            // A mini program may not.
            .without(Who.MINI)
            .browser(CONNECT_FAILED, TLS_REQUIRED, UPGRADE_STRIPPED),
        Case.of(
                "wss to a plain port",
                lab -> Situation.at("wss://127.0.0.1:" + lab.healthy().port() + Backend.PATH),
                TLS_NOT_SPOKEN)
            .browser(CONNECT_FAILED, CONNECT_TIMED_OUT)
            .mini(TLS_NOT_SPOKEN, CONNECT_FAILED, CONNECT_TIMED_OUT));
  }

  /** The network is broken, on a cable of its own. */
  static List<Case> networks() {
    return List.of(
        Case.of(
                "SYN dropped",
                lab -> {
                  Namespace network = lab.keep(new Namespace());
                  network.dropIn("tcp dport 8080");
                  return Situation.at("ws://" + network.address() + ":8080" + Backend.PATH);
                },
                CONNECT_TIMED_OUT)
            .browser(CONNECT_FAILED, CONNECT_TIMED_OUT),
        Case.of(
                "refused",
                lab ->
                    Situation.at(
                        "ws://" + lab.keep(new Namespace()).address() + ":8080" + Backend.PATH),
                CONNECTION_REFUSED)
            .browser(CONNECT_FAILED),
        Case.of("dropped both ways", lab -> cable(lab, true, true), HALF_OPEN),
        Case.of("dropped on the way up", lab -> cable(lab, true, false), HALF_OPEN),
        Case.of("dropped on the way down", lab -> cable(lab, false, true), HALF_OPEN));
  }

  /** The server, or what stands before it, does something else than it should. */
  static List<Case> servers() {
    return List.of(
        Case.of(
                "name unknown",
                lab -> Situation.at("ws://voice.invalid" + Backend.PATH),
                DNS_FAILED)
            .browser(CONNECT_FAILED),
        Case.of(
                "refused on this machine",
                lab -> Situation.at(Child.freePort()),
                CONNECTION_REFUSED)
            .browser(CONNECT_FAILED),
        Case.of(
                "server frozen before",
                lab -> {
                  Backend frozen = lab.backend();
                  frozen.child().signal("STOP");
                  return Situation.at(frozen.port());
                },
                HANDSHAKE_TIMED_OUT)
            .browser(HANDSHAKE_TIMED_OUT, CONNECT_TIMED_OUT, CONNECT_FAILED)
            .mini(HANDSHAKE_TIMED_OUT, CONNECT_TIMED_OUT),
        Case.of(
            "server frozen later",
            lab -> {
              Backend frozen = lab.backend();
              return Situation.at(frozen.port())
                  .afterReady(
                      () -> frozen.child().signal("STOP"), () -> frozen.child().signal("CONT"));
            },
            HALF_OPEN),
        Case.of(
            "server says nothing",
            lab -> swallowing(lab, Fate.SWALLOW, Fate.SWALLOW),
            SERVER_SILENT),
        Case.of(
                "welcome swallowed",
                lab -> {
                  Backend own = lab.backend();
                  return swallowing(lab, own, Fate.PASS, Fate.SWALLOW).recordedBy(own);
                },
                WELCOME_LOST_DOWNSTREAM)
            .server(WELCOME_LOST_DOWNSTREAM),
        Case.of(
            "hello swallowed",
            lab -> swallowing(lab, Fate.SWALLOW, Fate.PASS),
            HELLO_LOST_UPSTREAM),
        Case.of(
            "server slow",
            lab ->
                Situation.at(
                    lab.backend(
                            Application.SLOW_CHECK + "=3000",
                            "realtime-voice.handler-timeout=PT10S")
                        .port()),
            SERVER_SLOW),
        Case.of(
                "origin refused",
                lab -> Situation.at(lab.backend("realtime-voice.allowed-origins=").port()),
                HEALTHY)
            .browser(FORBIDDEN_ORIGIN),
        Case.of(
                "handler throws",
                lab -> Situation.on(lab.backend()).starting("engineType", Application.THROWING),
                HANDLER_FAILED)
            .server(HANDLER_FAILED)
            .doctor(HEALTHY),
        Case.of(
                "handler blocks",
                lab -> Situation.on(lab.backend()).starting("engineType", Application.BLOCKING),
                HANDLER_TOO_SLOW)
            .server(HANDLER_TOO_SLOW)
            .doctor(HEALTHY),
        Case.of(
                "authenticator slow",
                lab -> Situation.on(lab.backend()).starting("token", Application.BLOCKING),
                HANDLER_TOO_SLOW)
            .server(HANDLER_TOO_SLOW)
            .doctor(HEALTHY),
        Case.of(
                "message too big",
                lab -> Situation.at(lab.healthy().port()).sending(100_000),
                TOO_BIG)
            // It cuts what is too long for a message.
            .java(HEALTHY)
            .doctor(HEALTHY),
        Case.of(
            "wrong protocol version",
            lab -> swallowing(lab, Fate.PASS, Faults::otherVersion),
            VERSION_MISMATCH),
        Case.ofServer(
            "listener late",
            lab -> {
              Backend own = lab.backend();
              return Situation.on(own).visitedBy(Passive.listensTooLate(lab, own));
            },
            LISTENER_TOO_LATE),
        Case.ofServer(
            "client reads nothing",
            lab -> {
              Backend own = lab.backend();
              return Situation.on(own).visitedBy(Passive.neverReads(lab, own));
            },
            WELCOME_LOST_DOWNSTREAM),
        Case.of(
                "overloaded",
                lab -> {
                  Backend full = lab.backend("realtime-voice.max-connections=1");
                  lab.keep(new Guest(full.url()));
                  return Situation.on(full);
                },
                OVERLOADED)
            .server(OVERLOADED),
        Case.of(
            "server restarted",
            lab -> {
              Backend own = lab.backend();
              return Situation.at(own.port()).afterReady(own::restart, () -> {});
            },
            SERVER_RESTARTED));
  }

  private interface Certified {
    Path by(Laboratory lab) throws Exception;
  }

  private static Case tls(
      String name, Certified certificate, io.realtimevoice.diagnosis.Verdict verdict) {
    Case made =
        Case.of(
            name,
            lab ->
                Situation.at(
                    "wss://127.0.0.1:"
                        + lab.nginx(certificate.by(lab), Proxies.upgrading(lab.healthy().port()))
                        + Backend.PATH),
            verdict);
    // The browser trusts no authority of the laboratory's.
    return made.browser(CONNECT_FAILED);
  }

  private static String location(Laboratory lab, String lines) {
    return "location / { proxy_pass http://127.0.0.1:%d; %s }"
        .formatted(lab.healthy().port(), lines);
  }

  private static String apache(Laboratory lab, String more) {
    return "ProxyPass / http://127.0.0.1:%d/%s".formatted(lab.healthy().port(), more);
  }

  /** A port on which connections are accepted, by the kernel, and nothing ever answers. */
  private static int mute(Laboratory lab) throws Exception {
    return lab.keep(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())).getLocalPort();
  }

  private static Situation swallowing(Laboratory lab, Fate up, Fate down) throws Exception {
    return swallowing(lab, lab.healthy(), up, down);
  }

  private static Situation swallowing(Laboratory lab, Backend server, Fate up, Fate down)
      throws Exception {
    return Situation.at(lab.keep(new Swallower(server.port(), up, down)).port());
  }

  /** Behind HAProxy at the other end of a cable, which is cut when the client is READY. */
  private static Situation cable(Laboratory lab, boolean up, boolean down) throws Exception {
    Namespace network = lab.keep(new Namespace());
    int inner = 18080;
    lab.keep(Backend.start(lab.folder(), network.prefix(), inner));
    lab.keep(
        Proxies.haproxy(
            lab.folder(),
            network.prefix(),
            network.address(),
            8080,
            inner,
            new Proxies.Haproxy(lab.page().port(), "timeout tunnel 1h", "")));
    return Situation.at("ws://" + network.address() + ":8080" + Backend.PATH)
        .afterReady(
            () -> {
              if (up) {
                network.dropIn("");
              }
              if (down) {
                network.dropOut();
              }
            },
            network::restore);
  }

  /** Changes the version in a welcome: its length stays. */
  private static int otherVersion(byte[] bytes, int length) {
    byte[] field = "\"version\":".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    for (int i = 0; i + field.length < length; i++) {
      int matched = 0;
      while (matched < field.length && bytes[i + matched] == field[matched]) {
        matched++;
      }
      if (matched == field.length) {
        bytes[i + matched] = '9';
      }
    }
    return length;
  }
}
