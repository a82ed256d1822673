/** What the channel costs: benchmarks and a load generator, on the command line. */
@NullMarked
package io.realtimevoice.bench;

import org.jspecify.annotations.NullMarked;
