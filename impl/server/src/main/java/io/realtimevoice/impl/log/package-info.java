/** The channel's log messages, with their numbers. */
@NullMarked
package io.realtimevoice.impl.log;

import org.jspecify.annotations.NullMarked;
