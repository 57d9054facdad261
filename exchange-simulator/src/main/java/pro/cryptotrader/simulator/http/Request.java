package pro.cryptotrader.simulator.http;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.simulator.fault.Scope;

/**
 * A call as it came in.
 *
 * @param via {@code REST} or {@code WS}
 * @param address whose weight it uses up
 * @param call HTTP method, space, path; of the WebSocket API the same call's
 * @param apiKey empty if none was sent
 * @param payload what a signature must be of
 * @param session the account a WebSocket session is logged on as, null if it is not
 */
public record Request(
        String via,
        String address,
        String call,
        String apiKey,
        String payload,
        @Nullable String session,
        Params params) {

    Scope.Target target(Optional<String> account) {
        return Scope.Target.request(account, call, params.text("symbol"));
    }
}
