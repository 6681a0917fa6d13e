@NullMarked
package quartier.gateway.fund;

import org.jspecify.annotations.NullMarked;
