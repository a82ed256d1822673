/**
 * One physical connection: what leaves, in which order, and how far the welcome got. No CDI, no
 * JSON.
 */
@NullMarked
package io.realtimevoice.impl.connection;

import org.jspecify.annotations.NullMarked;
