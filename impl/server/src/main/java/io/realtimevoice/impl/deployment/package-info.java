/** What an application must keep to, checked while it is deployed. */
@NullMarked
package io.realtimevoice.impl.deployment;

import org.jspecify.annotations.NullMarked;
