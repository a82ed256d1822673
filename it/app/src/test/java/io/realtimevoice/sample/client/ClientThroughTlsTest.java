package io.realtimevoice.sample.client;

import static io.realtimevoice.sample.client.Stages.await;
import static io.realtimevoice.sample.client.Stages.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.realtimevoice.client.Pace;
import io.realtimevoice.client.StartFields;
import io.realtimevoice.client.VoiceClient;
import io.realtimevoice.client.VoiceClientBuilder;
import io.realtimevoice.client.VoiceProblem;
import io.realtimevoice.client.VoiceStream;
import io.realtimevoice.diagnosis.Verdict;
import io.realtimevoice.protocol.Protocol;
import io.realtimevoice.sample.embedded.EmbeddedServer;
import io.realtimevoice.sample.tones.ToneSynth;
import io.realtimevoice.sample.tones.WavFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClientThroughTlsTest {

  private static final String KEYS = "159D";

  @TempDir static Path folder;
  private static EmbeddedServer server;
  private static Certificate right;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedServer.start(0);
    right = Certificate.of("ip:127.0.0.1", folder);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void worksWithACertificateThatItTrusts() throws Exception {
    try (Relay tls = relay(right);
        VoiceClient client = client(tls).sslContext(right.client()).build()) {
      await(client.connect());
      VoiceStream stream = await(client.start(StartFields.DEFAULT.engineType("tones")));
      byte[] audio = WavFile.pcm(ToneSynth.at(16_000).keys(KEYS));
      assertEquals(audio.length, await(stream.send(new ByteArrayInputStream(audio), Pace.FAST)));

      assertEquals(KEYS, await(stream.stop()).text());
    }
  }

  @Test
  void saysThatItDoesNotTrustACertificate() throws Exception {
    try (Relay tls = relay(right);
        VoiceClient client = client(tls).build()) {
      assertTls(Verdict.TLS_UNTRUSTED, "certification path", problem(client.connect()));
    }
  }

  @Test
  void saysThatACertificateIsForAnotherHost() throws Exception {
    Certificate wrong = Certificate.of("dns:other.example", folder);
    try (Relay tls = relay(wrong);
        VoiceClient client = client(tls).sslContext(wrong.client()).build()) {
      assertTls(Verdict.TLS_WRONG_HOST, "127.0.0.1", problem(client.connect()));
    }
  }

  private static void assertTls(Verdict verdict, String detail, VoiceProblem problem) {
    assertEquals(verdict, problem.verdict());
    assertTrue(problem.detail().startsWith("TLS: "), problem::toString);
    assertTrue(problem.detail().contains(detail), problem::toString);
  }

  private static VoiceClientBuilder client(Relay tls) {
    URI uri =
        URI.create("wss://127.0.0.1:" + tls.port() + server.uri().getPath() + Protocol.STREAM_PATH);
    return VoiceClient.builder(uri).maxRetries(0);
  }

  private static Relay relay(Certificate certificate) throws IOException, GeneralSecurityException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return new Relay(
        certificate.server().getServerSocketFactory().createServerSocket(0, 50, loopback),
        client -> new Socket(loopback, server.uri().getPort()));
  }
}
