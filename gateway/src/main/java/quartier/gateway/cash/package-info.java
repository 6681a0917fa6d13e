@NullMarked
package quartier.gateway.cash;

import org.jspecify.annotations.NullMarked;
