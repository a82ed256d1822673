/**
 * Dictations over a network that is cut.
 *
 * <p>Unmarked, because Arquillian fills their fields after the constructor.
 */
@NullUnmarked
package io.realtimevoice.it.cuts;

import org.jspecify.annotations.NullUnmarked;
