/** What happens, for the log and for the application's observers. */
@NullMarked
package io.realtimevoice.impl.report;

import org.jspecify.annotations.NullMarked;
