@NullMarked
package quartier.inkind;

import org.jspecify.annotations.NullMarked;
