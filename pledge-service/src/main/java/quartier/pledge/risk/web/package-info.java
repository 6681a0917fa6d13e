@NullMarked
package quartier.pledge.risk.web;

import org.jspecify.annotations.NullMarked;
