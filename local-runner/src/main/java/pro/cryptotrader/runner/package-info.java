/** Everything on one machine, without Docker: real infrastructure and the services as processes. */
@NullMarked
package pro.cryptotrader.runner;

import org.jspecify.annotations.NullMarked;
