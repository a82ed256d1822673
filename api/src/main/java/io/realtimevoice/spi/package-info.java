/** Beans by which an application changes what the channel does. */
@NullMarked
package io.realtimevoice.spi;

import org.jspecify.annotations.NullMarked;
