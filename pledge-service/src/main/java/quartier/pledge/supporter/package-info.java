/** What this service knows of supporter organisations: which are public bodies, and who may act for them. */
@NullMarked
package quartier.pledge.supporter;

import org.jspecify.annotations.NullMarked;
