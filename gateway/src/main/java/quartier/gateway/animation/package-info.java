/** Calls for projects: the page of each, and where a territory's staff open and close them. */
@NullMarked
package quartier.gateway.animation;

import org.jspecify.annotations.NullMarked;
