@NullMarked
package quartier.pledge.risk.mongo;

import org.jspecify.annotations.NullMarked;
