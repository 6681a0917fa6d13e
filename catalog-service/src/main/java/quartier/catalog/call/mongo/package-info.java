@NullMarked
package quartier.catalog.call.mongo;

import org.jspecify.annotations.NullMarked;
