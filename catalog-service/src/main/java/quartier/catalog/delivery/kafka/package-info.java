@NullMarked
package quartier.catalog.delivery.kafka;

import org.jspecify.annotations.NullMarked;
