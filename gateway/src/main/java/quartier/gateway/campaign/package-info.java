@NullMarked
package quartier.gateway.campaign;

import org.jspecify.annotations.NullMarked;
