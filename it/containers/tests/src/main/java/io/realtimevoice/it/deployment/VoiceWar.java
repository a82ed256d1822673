package io.realtimevoice.it.deployment;

import io.realtimevoice.it.application.PackedSettings;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.stream.Stream;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.ClassAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ZipImporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications that use the channel as users do: its built jars are libraries of their WAR. */
public final class VoiceWar {

  private static final String BEANS_XML =
      """
      <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0"
             bean-discovery-mode="annotated"/>
      """;

  private VoiceWar() {}

  /**
   * A WAR of the given classes and the channel, to which a test may add.
   *
   * @param name the context path, without slashes
   * @param application the application's own classes, each with its nested ones; they may be nested
   *     in the test
   */
  public static WebArchive of(String name, Class<?>... application) {
    return add(
        application,
        ShrinkWrap.create(WebArchive.class, name + ".war")
            .addAsWebInfResource(new StringAsset(BEANS_XML), "beans.xml")
            .addAsLibraries(
                new BuiltArtifact("realtime-voice").file(),
                new BuiltArtifact("realtime-voice-api").file()));
  }

  /**
   * The sample application as it was built, to which a test may add.
   *
   * @param name the context path, without slashes
   * @param more classes besides the sample's own
   */
  public static WebArchive sample(String name, Class<?>... more) {
    return add(
        more,
        ShrinkWrap.create(ZipImporter.class, name + ".war")
            .importFrom(new BuiltArtifact("realtime-voice-sample").file())
            .as(WebArchive.class));
  }

  /**
   * The same WAR with settings of the channel's in it.
   *
   * @param war to which they are added
   * @param settings names without {@code realtime-voice.} and values, in turns
   */
  public static WebArchive withSettings(WebArchive war, String... settings) {
    Properties packed = new Properties();
    for (int i = 0; i < settings.length; i += 2) {
      packed.setProperty("realtime-voice." + settings[i], settings[i + 1]);
    }
    StringWriter text = new StringWriter();
    try {
      packed.store(text, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return war.addClass(PackedSettings.class)
        .addAsResource(new StringAsset(text.toString()), PackedSettings.RESOURCE);
  }

  private static WebArchive add(Class<?>[] members, WebArchive war) {
    war.addClasses(members);
    Stream.of(members).forEach(member -> addHosts(war, member));
    return war;
  }

  /** Weld passes over a nested class, without a word, if the classes around it are missing. */
  private static void addHosts(WebArchive war, Class<?> member) {
    for (Class<?> host = member.getEnclosingClass();
        host != null;
        host = host.getEnclosingClass()) {
      war.addAsResource(new ClassAsset(host), host.getName().replace('.', '/') + ".class");
    }
  }
}
