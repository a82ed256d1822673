/** The sample application in a process of its own, which says what it takes. */
@NullMarked
package io.realtimevoice.bench.server;

import org.jspecify.annotations.NullMarked;
