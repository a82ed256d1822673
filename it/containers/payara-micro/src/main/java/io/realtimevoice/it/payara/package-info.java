/** Payara Micro as a container of Arquillian that fails when the application does. */
@NullUnmarked // Arquillian hands the configuration over after the constructor.
package io.realtimevoice.it.payara;

import org.jspecify.annotations.NullUnmarked;
