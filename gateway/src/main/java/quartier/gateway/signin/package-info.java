@NullMarked
package quartier.gateway.signin;

import org.jspecify.annotations.NullMarked;
