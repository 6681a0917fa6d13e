/** Servers that answer as the services and the issuer do, over real HTTP. */
@NullMarked
package quartier.gateway.testing;

import org.jspecify.annotations.NullMarked;
