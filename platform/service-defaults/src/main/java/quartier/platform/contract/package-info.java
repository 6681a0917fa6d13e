@NullMarked
package quartier.platform.contract;

import org.jspecify.annotations.NullMarked;
