@NullMarked
package quartier.pledge.escrow.web;

import org.jspecify.annotations.NullMarked;
