@NullMarked
package quartier.pledge.audit.web;

import org.jspecify.annotations.NullMarked;
