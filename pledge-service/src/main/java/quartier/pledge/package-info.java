@NullMarked
package quartier.pledge;

import org.jspecify.annotations.NullMarked;
