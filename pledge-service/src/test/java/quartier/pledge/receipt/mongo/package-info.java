@NullMarked
package quartier.pledge.receipt.mongo;

import org.jspecify.annotations.NullMarked;
