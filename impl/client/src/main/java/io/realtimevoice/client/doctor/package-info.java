/**
 * The doctor: goes from here to a channel hop by hop, says what it finds, and who can mend it.
 *
 * <p>Each step is a function from what is known to a {@link
 * io.realtimevoice.client.doctor.StepResult}; it waits on the thread that calls it.
 */
@NullMarked
package io.realtimevoice.client.doctor;

import org.jspecify.annotations.NullMarked;
