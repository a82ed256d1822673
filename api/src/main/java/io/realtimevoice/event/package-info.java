/** CDI events that the channel fires. */
@NullMarked
package io.realtimevoice.event;

import org.jspecify.annotations.NullMarked;
