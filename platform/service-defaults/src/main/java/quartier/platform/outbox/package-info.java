@NullMarked
package quartier.platform.outbox;

import org.jspecify.annotations.NullMarked;
