@NullMarked
package quartier.notification.notice.mongo;

import org.jspecify.annotations.NullMarked;
