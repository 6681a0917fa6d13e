@NullMarked
package quartier.pledge.allowance;

import org.jspecify.annotations.NullMarked;
