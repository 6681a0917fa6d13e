@NullMarked
package quartier.platform;

import org.jspecify.annotations.NullMarked;
