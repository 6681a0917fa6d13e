@NullMarked
package quartier.gateway.page;

import org.jspecify.annotations.NullMarked;
