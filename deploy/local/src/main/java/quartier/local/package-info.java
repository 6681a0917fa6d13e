@NullMarked
package quartier.local;

import org.jspecify.annotations.NullMarked;
