@NullMarked
package quartier.gateway.opendata;

import org.jspecify.annotations.NullMarked;
