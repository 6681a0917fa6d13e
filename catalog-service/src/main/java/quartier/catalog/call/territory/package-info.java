@NullMarked
package quartier.catalog.call.territory;

import org.jspecify.annotations.NullMarked;
