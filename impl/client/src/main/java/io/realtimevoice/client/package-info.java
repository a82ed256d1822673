/**
 * A client of the realtime voice channel: connected only when both directions work.
 *
 * <p>{@link VoiceClient} is where to begin. Everything in the packages below is its inside, and
 * changes without notice.
 */
@NullMarked
package io.realtimevoice.client;

import org.jspecify.annotations.NullMarked;
