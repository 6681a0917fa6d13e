@NullMarked
package quartier.notification.notice.mail;

import org.jspecify.annotations.NullMarked;
