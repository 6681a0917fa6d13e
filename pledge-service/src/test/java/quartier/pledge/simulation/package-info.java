/**
 * Whole services in one thread and in virtual time: a seed decides who goes first, what breaks and when, and the same
 * seed decides the same again.
 */
@NullMarked
package quartier.pledge.simulation;

import org.jspecify.annotations.NullMarked;
