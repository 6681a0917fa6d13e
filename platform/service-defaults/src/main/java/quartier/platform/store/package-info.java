@NullMarked
package quartier.platform.store;

import org.jspecify.annotations.NullMarked;
