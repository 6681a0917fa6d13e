@NullMarked
package quartier.local.mail;

import org.jspecify.annotations.NullMarked;
