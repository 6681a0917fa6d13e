@NullMarked
package quartier.catalog.front.territory;

import org.jspecify.annotations.NullMarked;
