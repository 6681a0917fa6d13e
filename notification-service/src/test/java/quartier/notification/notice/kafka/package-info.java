@NullMarked
package quartier.notification.notice.kafka;

import org.jspecify.annotations.NullMarked;
