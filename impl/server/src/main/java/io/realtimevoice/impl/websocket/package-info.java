/** Jakarta WebSocket sessions as connections. */
@NullMarked
package io.realtimevoice.impl.websocket;

import org.jspecify.annotations.NullMarked;
