@NullMarked
package quartier.gateway.account;

import org.jspecify.annotations.NullMarked;
