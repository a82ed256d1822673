/**
 * The console page in Debian's Chromium, driven as a user drives it.
 *
 * <p>Unmarked, because Arquillian fills the tests' fields after the constructor.
 */
@NullUnmarked
package io.realtimevoice.it.browser;

import org.jspecify.annotations.NullUnmarked;
