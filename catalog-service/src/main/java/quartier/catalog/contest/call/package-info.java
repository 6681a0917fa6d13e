@NullMarked
package quartier.catalog.contest.call;

import org.jspecify.annotations.NullMarked;
