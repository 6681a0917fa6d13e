@NullMarked
package quartier.pledge.settlement;

import org.jspecify.annotations.NullMarked;
