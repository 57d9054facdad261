package pro.cryptotrader.simulator.venue;

import java.util.List;
import java.util.Map;
import pro.cryptotrader.simulator.market.Listing;
import pro.cryptotrader.simulator.store.CandleFile;
import pro.cryptotrader.simulator.store.Checkpoint;

/** How to get a market of one kind going. */
interface MarketPlan {
    /** What makes this market itself; books of another market do not belong to it. */
    String identity();

    List<Listing> listings();

    /** Begins, with the history written to empty files. */
    MarketSource first(Map<String, CandleFile> files);

    /** Goes on after a checkpoint. */
    MarketSource resume(Checkpoint checkpoint, Map<String, CandleFile> files);
}
