@NullMarked
package quartier.gateway.support;

import org.jspecify.annotations.NullMarked;
