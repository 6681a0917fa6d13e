@NullMarked
package quartier.catalog.front.mongo;

import org.jspecify.annotations.NullMarked;
