package io.realtimevoice.impl.store;

import io.realtimevoice.spi.StoredValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a session, version 1: the version, then the fields of {@link StoredSession} in
 * their order, as {@link java.io.DataOutput} writes them; before the principal's name, whether
 * there is one. Nothing may follow.
 */
public final class StoredSessionCodec {

  /** The version of the format, which is the first byte. */
  static final int FORMAT = 1;

  private StoredSessionCodec() {}

  /**
   * Writes a session down.
   *
   * @param session what is to be stored
   * @return the stored form
   */
  public static StoredValue encode(StoredSession session) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(FORMAT);
      out.writeUTF(session.sessionId());
      out.write(session.tokenHash().toByteArray());
      writeOptional(out, session.principalName());
      out.writeUTF(session.node());
      out.writeLong(session.received());
      out.writeLong(session.sent());
      writeInstant(out, session.began());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return StoredValue.of(bytes.toByteArray());
  }

  /**
   * Reads what was written down.
   *
   * @param value the stored form, of this release or another
   * @return empty if its format is not known, or it is not whole
   */
  public static Optional<StoredSession> decode(StoredValue value) {
    if (value.format() != FORMAT) {
      return Optional.empty();
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(value.toByteArray()))) {
      in.skipBytes(1);
      StoredSession session = read(in);
      return in.read() == -1 ? Optional.of(session) : Optional.empty();
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static StoredSession read(DataInputStream in) throws IOException {
    return new StoredSession(
        in.readUTF(),
        TokenHash.ofStored(in.readNBytes(TokenHash.LENGTH)),
        readOptional(in),
        in.readUTF(),
        in.readLong(),
        in.readLong(),
        Instant.ofEpochSecond(in.readLong(), in.readInt()));
  }

  private static void writeInstant(DataOutputStream out, Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private static void writeOptional(DataOutputStream out, @Nullable String text)
      throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }

  private static @Nullable String readOptional(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
