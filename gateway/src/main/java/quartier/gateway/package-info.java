@NullMarked
package quartier.gateway;

import org.jspecify.annotations.NullMarked;
