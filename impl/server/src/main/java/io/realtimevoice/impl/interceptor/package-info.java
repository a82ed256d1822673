/** The interceptors behind the bindings. */
@NullMarked
package io.realtimevoice.impl.interceptor;

import org.jspecify.annotations.NullMarked;
