/** Where a session's state is kept while no connection holds it, and in what form. */
@NullMarked
package io.realtimevoice.impl.store;

import org.jspecify.annotations.NullMarked;
