/** Who is told what, decided without clock, store or wire. */
@NullMarked
package quartier.notification.notice;

import org.jspecify.annotations.NullMarked;
