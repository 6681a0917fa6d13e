/** Those to whom campaigns are paid out: registered with the provider, which checks their identity. */
@NullMarked
package quartier.pledge.payee;

import org.jspecify.annotations.NullMarked;
