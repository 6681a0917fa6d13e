@NullMarked
package quartier.gateway.window;

import org.jspecify.annotations.NullMarked;
