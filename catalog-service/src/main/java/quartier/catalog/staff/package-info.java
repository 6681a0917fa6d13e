/** Who works for which territory, as their tokens said when they last came. Pure Java. */
@NullMarked
package quartier.catalog.staff;

import org.jspecify.annotations.NullMarked;
