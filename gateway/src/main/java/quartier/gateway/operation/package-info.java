@NullMarked
package quartier.gateway.operation;

import org.jspecify.annotations.NullMarked;
