@NullMarked
package quartier.gateway.inbox;

import org.jspecify.annotations.NullMarked;
