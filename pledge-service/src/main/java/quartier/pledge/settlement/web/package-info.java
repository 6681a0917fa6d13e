/** What the operator sees of settlements and does about them, over HTTP. */
@NullMarked
package quartier.pledge.settlement.web;

import org.jspecify.annotations.NullMarked;
