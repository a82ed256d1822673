/** Single calls in one JVM: JMH, and the size of what is kept. */
@NullMarked
package io.realtimevoice.bench.micro;

import org.jspecify.annotations.NullMarked;
