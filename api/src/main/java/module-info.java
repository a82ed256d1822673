/**
 * Everything an application compiles against to use the realtime-voice channel.
 *
 * <p>No implementation and no CDI bean is in here: the drop-in jar {@code realtime-voice} brings
 * both.
 */
module io.realtimevoice {
  requires static transitive org.jspecify;
  requires transitive jakarta.interceptor;

  exports io.realtimevoice;
  exports io.realtimevoice.diagnosis;
  exports io.realtimevoice.event;
  exports io.realtimevoice.interceptor;
  exports io.realtimevoice.protocol;
  exports io.realtimevoice.spi;
}
