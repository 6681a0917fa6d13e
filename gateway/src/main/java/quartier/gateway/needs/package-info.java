@NullMarked
package quartier.gateway.needs;

import org.jspecify.annotations.NullMarked;
