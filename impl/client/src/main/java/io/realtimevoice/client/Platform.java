package io.realtimevoice.client;

import io.realtimevoice.client.transport.Connector;
import io.realtimevoice.client.transport.Inquiry;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/**
 * All that the machine needs of the world.
 *
 * @param clock runs its tasks in the client's turn
 * @param random from 0 up to, but without, 1
 * @param nonce up to 64 characters that no other connection has
 * @param connector tells of its sockets in the client's turn
 * @param inquiry answers in the client's turn
 */
record Platform(
    Clock clock,
    DoubleSupplier random,
    Supplier<String> nonce,
    Connector connector,
    Inquiry inquiry) {}
