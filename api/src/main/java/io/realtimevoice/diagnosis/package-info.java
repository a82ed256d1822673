/** Causes, and what to do about them. */
@NullMarked
package io.realtimevoice.diagnosis;

import org.jspecify.annotations.NullMarked;
