/** The few journeys that go through the whole system, as processes, from outside. */
@NullMarked
package quartier.e2e;

import org.jspecify.annotations.NullMarked;
