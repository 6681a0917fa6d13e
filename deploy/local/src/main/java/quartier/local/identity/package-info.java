@NullMarked
package quartier.local.identity;

import org.jspecify.annotations.NullMarked;
