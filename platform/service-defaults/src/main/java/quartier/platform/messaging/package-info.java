@NullMarked
package quartier.platform.messaging;

import org.jspecify.annotations.NullMarked;
