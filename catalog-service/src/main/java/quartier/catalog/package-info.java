@NullMarked
package quartier.catalog;

import org.jspecify.annotations.NullMarked;
