@NullMarked
package quartier.pledge.risk;

import org.jspecify.annotations.NullMarked;
