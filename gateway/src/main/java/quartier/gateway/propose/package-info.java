@NullMarked
package quartier.gateway.propose;

import org.jspecify.annotations.NullMarked;
