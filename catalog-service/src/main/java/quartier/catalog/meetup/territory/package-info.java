@NullMarked
package quartier.catalog.meetup.territory;

import org.jspecify.annotations.NullMarked;
