@NullMarked
package quartier.inkind.need.kafka;

import org.jspecify.annotations.NullMarked;
