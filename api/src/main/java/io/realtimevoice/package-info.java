/** What an application implements and uses: one handler, its streams, and the session. */
@NullMarked
package io.realtimevoice;

import org.jspecify.annotations.NullMarked;
