@NullMarked
package quartier.catalog.contest.mongo;

import org.jspecify.annotations.NullMarked;
