@NullMarked
package quartier.notification.notice;

import org.jspecify.annotations.NullMarked;
