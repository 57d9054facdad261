package pro.cryptotrader.core.risk;

import java.util.Map;
import pro.cryptotrader.contracts.event.Denial;

/** Without the balances of the account there is no size. */
record FundsKnown() implements RiskRule<Candidate> {
    @Override
    public boolean allows(Candidate candidate) {
        var funds = candidate.account().funds();
        return funds != null && funds.quoteAsset().equals(candidate.symbol().quote());
    }

    @Override
    public Finding review(Candidate candidate) {
        var funds = candidate.account().funds();
        var quote = candidate.symbol().quote();
        return Finding.of(
                "funds-known",
                allows(candidate),
                () -> funds == null ? "none" : funds.quoteAsset().code(),
                () -> quote.code(),
                () ->
                        new Denial(
                                Denial.Code.NO_ACCOUNT_STATE,
                                "the account's balances in %s are not known yet".formatted(quote),
                                Map.of("quoteAsset", quote.code())));
    }
}
