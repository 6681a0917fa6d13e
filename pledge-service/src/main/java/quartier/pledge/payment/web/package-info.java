@NullMarked
package quartier.pledge.payment.web;

import org.jspecify.annotations.NullMarked;
