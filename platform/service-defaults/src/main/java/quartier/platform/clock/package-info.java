@NullMarked
package quartier.platform.clock;

import org.jspecify.annotations.NullMarked;
