/** The tree of territories and the policy that each sets for its projects. Pure Java. */
@NullMarked
package quartier.catalog.territory;

import org.jspecify.annotations.NullMarked;
