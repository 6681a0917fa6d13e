@NullMarked
package quartier.support.fund.mongo;

import org.jspecify.annotations.NullMarked;
