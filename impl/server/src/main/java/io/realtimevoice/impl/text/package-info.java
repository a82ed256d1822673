/** What a user reads, in Chinese and English. */
@NullMarked
package io.realtimevoice.impl.text;

import org.jspecify.annotations.NullMarked;
