/** The wire protocol, version 1: messages, error codes and close codes. */
@NullMarked
package io.realtimevoice.protocol;

import org.jspecify.annotations.NullMarked;
