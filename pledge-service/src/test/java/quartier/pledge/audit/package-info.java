@NullMarked
package quartier.pledge.audit;

import org.jspecify.annotations.NullMarked;
