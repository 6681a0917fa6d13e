@NullMarked
package quartier.support.fund;

import org.jspecify.annotations.NullMarked;
