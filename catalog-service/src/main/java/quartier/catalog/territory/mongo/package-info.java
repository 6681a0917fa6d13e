@NullMarked
package quartier.catalog.territory.mongo;

import org.jspecify.annotations.NullMarked;
