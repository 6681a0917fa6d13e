@NullMarked
package quartier.catalog.staff.mongo;

import org.jspecify.annotations.NullMarked;
