/**
 * CDI events that the channel fires.
 *
 * <p>Observers are told on managed threads (of the channel's own where the container has none), up
 * to four of them at the same time, so in no order that could be relied on; while the application
 * stops, on the thread that ends what the event tells of. They should be quick: a slow one holds up
 * no client, but the other events. Up to 100,000 of these wait; beyond that, new ones are left out
 * until half of them are told, which is logged (RV0014). What an observer throws is logged (RV0005)
 * and goes no further. Events are values: they may be kept, and used on any thread.
 */
@NullMarked
package io.realtimevoice.event;

import org.jspecify.annotations.NullMarked;
