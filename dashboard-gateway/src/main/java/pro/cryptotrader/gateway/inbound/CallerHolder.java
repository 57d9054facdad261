package pro.cryptotrader.gateway.inbound;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;
import pro.cryptotrader.gateway.Refusal;
import pro.cryptotrader.gateway.access.Caller;

/** Who sent the request that is being answered. */
@RequestScoped
class CallerHolder {
    private @Nullable Caller caller;

    void set(Caller signedIn) {
        caller = signedIn;
    }

    /**
     * The signed-in user.
     *
     * @throws Refusal 401 when there is none
     */
    Caller get() {
        var signedIn = caller;
        if (signedIn == null) {
            throw new Refusal(401, "Not signed in", "Sign in first");
        }
        return signedIn;
    }
}
