/** The sample application: telephone keys, recognised from their tones, and a loopback. */
@NullMarked
package io.realtimevoice.sample;

import org.jspecify.annotations.NullMarked;
