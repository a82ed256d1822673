package io.realtimevoice.it.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** nginx, HAProxy and Apache httpd as Debian has them, each with a configuration of the test's. */
final class Proxies {

  static final Path NGINX = Path.of("/usr/sbin/nginx");
  static final Path HAPROXY = Path.of("/usr/sbin/haproxy");
  static final Path APACHE = Path.of("/usr/sbin/apache2");

  /**
   * Lines of a configuration of HAProxy.
   *
   * @param page the port of the laboratory's page; 0 for none
   */
  record Haproxy(int page, String defaults, String frontend) {}

  private static final String LOOPBACK = "127.0.0.1";

  private Proxies() {}

  /** What lets WebSockets through, as the documentation says. */
  static String upgrading(int backend) {
    return """
    location / {
      proxy_pass http://127.0.0.1:%d;
      proxy_http_version 1.1;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection "upgrade";
      proxy_set_header Host $http_host;
    }
    """
        .formatted(backend);
  }

  /**
   * nginx with the content of a server block.
   *
   * @param tls the file with chain and key; null for none
   * @param page the port of the laboratory's page, which is not broken
   */
  static Child nginx(Path folder, int port, Path tls, int page, String server)
      throws IOException, InterruptedException {
    Path home = Files.createTempDirectory(folder, "nginx");
    Files.createDirectories(home.resolve("tmp"));
    String secure =
        tls == null ? "" : "ssl_certificate %1$s; ssl_certificate_key %1$s;".formatted(tls);
    Path config =
        Files.writeString(
            home.resolve("nginx.conf"),
            """
            daemon off;
            user root;
            worker_processes 1;
            worker_shutdown_timeout 1s;
            pid %1$s/nginx.pid;
            error_log stderr;
            events { worker_connections 256; }
            http {
              access_log off;
              client_body_temp_path %1$s/tmp;
              proxy_temp_path %1$s/tmp;
              fastcgi_temp_path %1$s/tmp;
              uwsgi_temp_path %1$s/tmp;
              scgi_temp_path %1$s/tmp;
              server {
                listen 127.0.0.1:%2$d%3$s;
                %4$s
                location %6$s {
                  auth_basic off;
                  allow all;
                  proxy_pass http://127.0.0.1:%7$d;
                }
                %5$s
              }
            }
            """
                .formatted(
                    home, port, tls == null ? "" : " ssl", secure, server, Page.FOLDER, page));
    return Child.start(
            home.resolve("log"),
            List.of(
                NGINX.toString(), "-p", home.toString(), "-c", config.toString(), "-e", "stderr"))
        .listeningOn(LOOPBACK, port);
  }

  /** HAProxy with some defaults, and the content of its one frontend. */
  static Child haproxy(
      Path folder, List<String> prefix, String host, int port, int backend, Haproxy lines)
      throws IOException, InterruptedException {
    Path home = Files.createTempDirectory(folder, "haproxy");
    Path config =
        Files.writeString(
            home.resolve("haproxy.cfg"),
            """
            defaults
              mode http
              timeout connect 2s
              timeout client 100s
              timeout server 100s
              %4$s
            frontend voice
              bind %1$s:%2$d
              %5$s
              use_backend page if { path_beg %6$s }
              default_backend application
            backend application
              server application 127.0.0.1:%3$d
            backend page
              server page 127.0.0.1:%7$d
            """
                .formatted(
                    host,
                    port,
                    backend,
                    lines.defaults(),
                    lines.frontend(),
                    Page.FOLDER,
                    lines.page()));
    List<String> command = new ArrayList<>(prefix);
    command.addAll(List.of(HAPROXY.toString(), "-db", "-f", config.toString()));
    return Child.start(home.resolve("log"), command).listeningOn(host, port);
  }

  /** Apache httpd with some lines. */
  static Child apache(Path folder, int port, int page, String lines)
      throws IOException, InterruptedException {
    Path home = Files.createTempDirectory(folder, "apache");
    Path config =
        Files.writeString(
            home.resolve("httpd.conf"),
            """
            ServerRoot %1$s
            ServerName localhost
            PidFile %1$s/httpd.pid
            DefaultRuntimeDir %1$s
            ErrorLog %1$s/error.log
            LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
            LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
            LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
            LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so
            LoadModule proxy_wstunnel_module /usr/lib/apache2/modules/mod_proxy_wstunnel.so
            Listen 127.0.0.1:%2$d
            ProxyPass %4$s http://127.0.0.1:%5$d%4$s
            %3$s
            """
                .formatted(home, port, lines, Page.FOLDER, page));
    return Child.start(
            home.resolve("log"),
            List.of(APACHE.toString(), "-f", config.toString(), "-DFOREGROUND"))
        .listeningOn(LOOPBACK, port);
  }
}
