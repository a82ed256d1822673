/** The archives that tests deploy, and what becomes of them in a server. */
@NullMarked
package io.realtimevoice.it.deployment;

import org.jspecify.annotations.NullMarked;
