/** Opens, suspends and cancels escrows as catalog-service's projects go. */
@NullMarked
package quartier.pledge.launch;

import org.jspecify.annotations.NullMarked;
