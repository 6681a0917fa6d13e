@NullMarked
package quartier.gateway.notification;

import org.jspecify.annotations.NullMarked;
