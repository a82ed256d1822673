/** One conversation: a pure state machine, and what carries out its effects. */
@NullMarked
package io.realtimevoice.impl.session;

import org.jspecify.annotations.NullMarked;
