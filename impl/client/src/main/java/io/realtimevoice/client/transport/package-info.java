/** The little that a client needs of a WebSocket, whoever implements it. */
@NullMarked
package io.realtimevoice.client.transport;

import org.jspecify.annotations.NullMarked;
