/** Where people of a territory meet: place, time, capacity, who comes and who waits. Pure Java. */
@NullMarked
package quartier.catalog.meetup;

import org.jspecify.annotations.NullMarked;
