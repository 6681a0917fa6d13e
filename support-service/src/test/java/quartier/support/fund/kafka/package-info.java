@NullMarked
package quartier.support.fund.kafka;

import org.jspecify.annotations.NullMarked;
