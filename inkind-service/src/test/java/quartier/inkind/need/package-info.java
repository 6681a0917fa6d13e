@NullMarked
package quartier.inkind.need;

import org.jspecify.annotations.NullMarked;
