@NullMarked
package quartier.support.radar.mongo;

import org.jspecify.annotations.NullMarked;
