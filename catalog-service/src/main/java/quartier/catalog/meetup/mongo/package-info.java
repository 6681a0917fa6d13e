@NullMarked
package quartier.catalog.meetup.mongo;

import org.jspecify.annotations.NullMarked;
