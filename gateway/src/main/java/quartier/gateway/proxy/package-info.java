@NullMarked
package quartier.gateway.proxy;

import org.jspecify.annotations.NullMarked;
