/** The embedded server, Tyrus on Grizzly with Weld SE, as a container of Arquillian. */
@NullMarked
package io.realtimevoice.it.embedded;

import org.jspecify.annotations.NullMarked;
