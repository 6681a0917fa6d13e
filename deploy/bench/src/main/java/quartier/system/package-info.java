/** A pledge-service with its store and broker, as processes that can be killed: what proofs and benchmarks work on. */
@NullMarked
package quartier.system;

import org.jspecify.annotations.NullMarked;
