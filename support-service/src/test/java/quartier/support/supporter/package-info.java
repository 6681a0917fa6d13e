@NullMarked
package quartier.support.supporter;

import org.jspecify.annotations.NullMarked;
