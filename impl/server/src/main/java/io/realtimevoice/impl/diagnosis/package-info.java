/** What happened on each connection, why, and who may ask. */
@NullMarked
package io.realtimevoice.impl.diagnosis;

import org.jspecify.annotations.NullMarked;
