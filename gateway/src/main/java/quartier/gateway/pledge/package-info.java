@NullMarked
package quartier.gateway.pledge;

import org.jspecify.annotations.NullMarked;
