/** The threads and timers of the container, or our own where it has none. */
@NullMarked
package io.realtimevoice.impl.execution;

import org.jspecify.annotations.NullMarked;
