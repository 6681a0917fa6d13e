@NullMarked
package quartier.gateway.catalog;

import org.jspecify.annotations.NullMarked;
