@NullMarked
package quartier.notification.notice.web;

import org.jspecify.annotations.NullMarked;
