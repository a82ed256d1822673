/** The channel's settings and where they come from. */
@NullMarked
package io.realtimevoice.impl.config;

import org.jspecify.annotations.NullMarked;
