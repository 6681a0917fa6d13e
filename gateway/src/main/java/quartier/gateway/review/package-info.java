@NullMarked
package quartier.gateway.review;

import org.jspecify.annotations.NullMarked;
