@NullMarked
package quartier.catalog.staff.territory;

import org.jspecify.annotations.NullMarked;
