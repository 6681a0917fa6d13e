/** How rewards come to their backers: prepared, sent, and received by the backer's own word. Pure Java. */
@NullMarked
package quartier.catalog.delivery;

import org.jspecify.annotations.NullMarked;
