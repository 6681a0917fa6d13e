/** What a territory puts on its front page: themes for a time, staff picks in order. Pure Java. */
@NullMarked
package quartier.catalog.front;

import org.jspecify.annotations.NullMarked;
