/** Many clients on one server, and what that does to it. */
@NullMarked
package io.realtimevoice.bench.load;

import org.jspecify.annotations.NullMarked;
