/** The wire protocol's messages to and from JSON text. */
@NullMarked
package io.realtimevoice.impl.codec;

import org.jspecify.annotations.NullMarked;
