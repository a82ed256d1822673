/** Beans and endpoints that tests deploy beside the channel. */
@NullMarked
package io.realtimevoice.it.application;

import org.jspecify.annotations.NullMarked;
