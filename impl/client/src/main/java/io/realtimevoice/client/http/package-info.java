/** What a client asks and tells the server beside the WebSocket. */
@NullMarked
package io.realtimevoice.client.http;

import org.jspecify.annotations.NullMarked;
