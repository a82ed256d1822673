/** A command-line client that streams WAV files. */
@NullMarked
package io.realtimevoice.sample.sender;

import org.jspecify.annotations.NullMarked;
