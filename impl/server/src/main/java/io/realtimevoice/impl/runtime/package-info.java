/** What one application's channel is made of, from its start to its stop. */
@NullMarked
package io.realtimevoice.impl.runtime;

import org.jspecify.annotations.NullMarked;
