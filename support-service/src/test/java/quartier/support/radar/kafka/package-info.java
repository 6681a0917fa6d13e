@NullMarked
package quartier.support.radar.kafka;

import org.jspecify.annotations.NullMarked;
