@NullMarked
package quartier.gateway.share;

import org.jspecify.annotations.NullMarked;
