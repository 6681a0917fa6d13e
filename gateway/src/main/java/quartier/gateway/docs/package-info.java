@NullMarked
package quartier.gateway.docs;

import org.jspecify.annotations.NullMarked;
