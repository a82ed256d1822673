/** Interceptor bindings, for the channel and for an application's own endpoints. */
@NullMarked
package io.realtimevoice.interceptor;

import org.jspecify.annotations.NullMarked;
