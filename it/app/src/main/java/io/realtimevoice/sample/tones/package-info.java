/**
 * Telephone key tones: recognition by the Goertzel algorithm, and synthesis; PCM16 and WAV.
 *
 * <p>ITU-T Recommendation Q.23 defines the tones, Q.24 under which conditions they are to be
 * received.
 */
@NullMarked
package io.realtimevoice.sample.tones;

import org.jspecify.annotations.NullMarked;
