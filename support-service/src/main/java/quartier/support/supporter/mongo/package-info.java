@NullMarked
package quartier.support.supporter.mongo;

import org.jspecify.annotations.NullMarked;
