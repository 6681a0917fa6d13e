@NullMarked
package quartier.gateway.call;

import org.jspecify.annotations.NullMarked;
