/** What happens on connections, for the JDK's Flight Recorder where there is one. */
@NullMarked
package io.realtimevoice.impl.diagnosis.jfr;

import org.jspecify.annotations.NullMarked;
