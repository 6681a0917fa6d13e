@NullMarked
package quartier.pledge.receipt;

import org.jspecify.annotations.NullMarked;
