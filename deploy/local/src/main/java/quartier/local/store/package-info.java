@NullMarked
package quartier.local.store;

import org.jspecify.annotations.NullMarked;
