/** What failures of the network, of TLS and of HTTP mean, for the client and for the doctor. */
@NullMarked
package io.realtimevoice.client.network;

import org.jspecify.annotations.NullMarked;
