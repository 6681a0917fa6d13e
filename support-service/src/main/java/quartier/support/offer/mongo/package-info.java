@NullMarked
package quartier.support.offer.mongo;

import org.jspecify.annotations.NullMarked;
