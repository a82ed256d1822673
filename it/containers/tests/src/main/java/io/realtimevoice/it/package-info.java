/**
 * The tests that every container must pass.
 *
 * <p>Unmarked, because Arquillian fills their fields after the constructor.
 */
@NullUnmarked
package io.realtimevoice.it;

import org.jspecify.annotations.NullUnmarked;
