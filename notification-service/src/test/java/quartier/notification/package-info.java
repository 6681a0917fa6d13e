@NullMarked
package quartier.notification;

import org.jspecify.annotations.NullMarked;
