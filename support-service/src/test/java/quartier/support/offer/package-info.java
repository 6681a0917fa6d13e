@NullMarked
package quartier.support.offer;

import org.jspecify.annotations.NullMarked;
