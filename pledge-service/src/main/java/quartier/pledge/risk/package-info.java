/** Fraud and abuse: how often, how much and with how many cards somebody tries to pay, and what to do about it. */
@NullMarked
package quartier.pledge.risk;

import org.jspecify.annotations.NullMarked;
