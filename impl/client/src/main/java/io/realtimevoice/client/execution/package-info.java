/** The threads of the clients. */
@NullMarked
package io.realtimevoice.client.execution;

import org.jspecify.annotations.NullMarked;
