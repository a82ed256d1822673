package io.realtimevoice.impl.session;

import io.realtimevoice.impl.codec.JsonbCodec;
import io.realtimevoice.impl.connection.Scheduler;

/**
 * What all sessions of an application have in common.
 *
 * @param application the application's beans
 * @param limits what every session keeps to
 * @param codec reads and writes messages
 * @param scheduler time and threads
 * @param listener told when sessions begin and end
 */
public record Environment(
    Application application,
    Conversation.Limits limits,
    JsonbCodec codec,
    Scheduler scheduler,
    SessionListener listener) {}
