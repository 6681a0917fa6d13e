@NullMarked
package quartier.gateway.explore;

import org.jspecify.annotations.NullMarked;
