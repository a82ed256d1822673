/** The application on Tyrus, Grizzly, Weld SE and Yasson, without a server around it. */
@NullMarked
package io.realtimevoice.sample.embedded;

import org.jspecify.annotations.NullMarked;
