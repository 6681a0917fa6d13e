@NullMarked
package quartier.catalog.delivery.mongo;

import org.jspecify.annotations.NullMarked;
