/** The names under which backers are shown. Kept apart from the journal and never on the bus, so that they can go. */
@NullMarked
package quartier.pledge.backer;

import org.jspecify.annotations.NullMarked;
