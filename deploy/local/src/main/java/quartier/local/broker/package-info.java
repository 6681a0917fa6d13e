@NullMarked
package quartier.local.broker;

import org.jspecify.annotations.NullMarked;
