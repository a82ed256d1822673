package io.realtimevoice.sample.tones;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A RIFF/WAVE file as a stream: chunks that are not needed are skipped, and a {@code data} chunk
 * whose size is not known yet (0 or 2³²-1, as recorders write it) goes on to the end.
 */
public final class WavDecoder implements AudioDecoder {

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int LONGEST_FORMAT = 64;
  private static final long SIZE_NOT_KNOWN = 0xFFFF_FFFFL;

  private final IntFunction<SampleSink> sinks;
  private final ByteBuffer header =
      ByteBuffer.allocate(LONGEST_FORMAT).order(ByteOrder.LITTLE_ENDIAN);
  private Part part = Part.RIFF;
  private long left = RIFF_HEADER;
  private @Nullable WavFormat format;
  private @Nullable PcmDecoder samples;

  private enum Part {
    RIFF,
    CHUNK,
    FORMAT,
    SKIPPED,
    DATA
  }

  /**
   * A decoder at the start of a file.
   *
   * @param sinks makes what takes the samples, once the sample rate is known
   */
  public WavDecoder(IntFunction<SampleSink> sinks) {
    this.sinks = sinks;
  }

  @Override
  public void decode(ByteBuffer bytes) {
    while (bytes.hasRemaining()) {
      switch (part) {
        case SKIPPED -> skip(bytes);
        case DATA -> data(bytes);
        default -> collect(bytes);
      }
    }
  }

  /** How many channels the file has; once the sample rate is known. */
  int channels() {
    return known().channels();
  }

  private void collect(ByteBuffer bytes) {
    while (bytes.hasRemaining() && left > 0) {
      header.put(bytes.get());
      left--;
    }
    if (left == 0) {
      header.flip();
      switch (part) {
        case RIFF -> riff();
        case FORMAT -> format();
        default -> chunk();
      }
      header.clear();
    }
  }

  private void riff() {
    String riff = name();
    header.getInt();
    String wave = name();
    if (!riff.equals("RIFF") || !wave.equals("WAVE")) {
      throw new BadAudioException(
          String.format("no WAV file: it begins with %s and %s, not RIFF and WAVE", riff, wave));
    }
    expect(Part.CHUNK, CHUNK_HEADER);
  }

  private void chunk() {
    String name = name();
    long size = Integer.toUnsignedLong(header.getInt());
    if (name.equals("fmt ")) {
      if (size < WavFormat.LEAST_BYTES || size > LONGEST_FORMAT) {
        throw new BadAudioException(
            String.format(
                "a WAV file with a fmt chunk of %d bytes; supported are %d to %d",
                size, WavFormat.LEAST_BYTES, LONGEST_FORMAT));
      }
      expect(Part.FORMAT, size + size % 2);
    } else if (name.equals("data")) {
      samples = new PcmDecoder(known().channels(), sinks.apply(known().sampleRate()));
      expect(Part.DATA, size == 0 ? SIZE_NOT_KNOWN : size);
    } else {
      expect(Part.SKIPPED, size + size % 2);
    }
  }

  private void format() {
    format = WavFormat.read(header);
    expect(Part.CHUNK, CHUNK_HEADER);
  }

  private void skip(ByteBuffer bytes) {
    int skipped = (int) Math.min(left, bytes.remaining());
    bytes.position(bytes.position() + skipped);
    left -= skipped;
    if (left == 0) {
      expect(Part.CHUNK, CHUNK_HEADER);
    }
  }

  private void data(ByteBuffer bytes) {
    if (samples == null) {
      throw new IllegalStateException("data before its header");
    }
    int limit = bytes.limit();
    int taken = (int) Math.min(left, bytes.remaining());
    bytes.limit(bytes.position() + taken);
    samples.decode(bytes);
    bytes.limit(limit);
    if (left != SIZE_NOT_KNOWN) {
      left -= taken;
      if (left == 0) {
        // Chunks behind the audio say nothing that is needed.
        expect(Part.SKIPPED, Long.MAX_VALUE);
      }
    }
  }

  private WavFormat known() {
    if (format == null) {
      throw new BadAudioException("a WAV file with a data chunk, but no fmt chunk before it");
    }
    return format;
  }

  private void expect(Part next, long size) {
    part = next;
    left = size;
    if (next == Part.SKIPPED && size == 0) {
      expect(Part.CHUNK, CHUNK_HEADER);
    }
  }

  private String name() {
    byte[] name = new byte[Integer.BYTES];
    header.get(name);
    return new String(name, US_ASCII).replaceAll("\\P{Print}", "?");
  }
}
