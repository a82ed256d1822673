/** A WebSocket client that tests can ask and wait on. */
@NullMarked
package io.realtimevoice.it.client;

import org.jspecify.annotations.NullMarked;
