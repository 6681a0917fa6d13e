@NullMarked
package quartier.gateway.radar;

import org.jspecify.annotations.NullMarked;
