/** The transport on the Jakarta WebSocket client API. */
@NullMarked
package io.realtimevoice.client.websocket;

import org.jspecify.annotations.NullMarked;
