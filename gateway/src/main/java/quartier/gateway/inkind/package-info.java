@NullMarked
package quartier.gateway.inkind;

import org.jspecify.annotations.NullMarked;
