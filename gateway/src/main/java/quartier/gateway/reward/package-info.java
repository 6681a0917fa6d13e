@NullMarked
package quartier.gateway.reward;

import org.jspecify.annotations.NullMarked;
