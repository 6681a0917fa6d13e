@NullMarked
package quartier.catalog.contest.kafka;

import org.jspecify.annotations.NullMarked;
