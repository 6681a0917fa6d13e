/** The whole service, seen from its HTTP interface and from the bus. */
@NullMarked
package quartier.pledge.edge;

import org.jspecify.annotations.NullMarked;
