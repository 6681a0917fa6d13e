@NullMarked
package quartier.support.offer.web;

import org.jspecify.annotations.NullMarked;
