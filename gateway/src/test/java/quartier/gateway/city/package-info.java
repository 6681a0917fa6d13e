@NullMarked
package quartier.gateway.city;

import org.jspecify.annotations.NullMarked;
