@NullMarked
package quartier.support.radar;

import org.jspecify.annotations.NullMarked;
