@NullMarked
package quartier.support;

import org.jspecify.annotations.NullMarked;
