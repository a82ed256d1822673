/** The endpoints, and the beans behind them. Nobody imports this package. */
@NullMarked
package io.realtimevoice.impl.endpoint;

import org.jspecify.annotations.NullMarked;
