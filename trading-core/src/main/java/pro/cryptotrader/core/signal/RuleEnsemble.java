package pro.cryptotrader.core.signal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import pro.cryptotrader.contracts.event.Signal.SignalType;
import pro.cryptotrader.contracts.event.Signal.Vote;
import pro.cryptotrader.core.indicator.Atr;

/**
 * Strategies that vote with fixed weights on one stream of candles. Anyone can count again: the
 * result is a function of the scores and weights in the votes.
 */
public final class RuleEnsemble {
    /** Below it nobody is asked to buy or sell; the least any trading mode accepts. */
    public static final int MINIMUM_CONFIDENCE = 40;

    /**
     * How fast confidence grows with the weighted score: strategies of different schools rarely
     * agree, so that a score of 40, which one candle in twenty reaches, gives 55.
     */
    private static final double STEEPNESS = 120;

    private static final int ALL_WEIGHTS = 100;

    private final List<Member> members;

    /** The members once more, as every candle wants them. */
    private final Strategy[] strategies;

    private final int[] weights;
    private final Atr atr = new Atr(14);
    private final int warmUp;
    private int seen;

    /**
     * An ensemble that has seen nothing.
     *
     * @param members each strategy once, weights adding up to 100
     */
    public RuleEnsemble(List<Member> members) {
        this.members = List.copyOf(members);
        this.strategies = members.stream().map(Member::strategy).toArray(Strategy[]::new);
        this.weights = members.stream().mapToInt(Member::weight).toArray();
        int sum = members.stream().mapToInt(Member::weight).sum();
        if (sum != ALL_WEIGHTS) {
            throw new IllegalArgumentException(
                    "the weights of all strategies add up to 100, not " + sum);
        }
        var names = new HashSet<String>();
        for (var member : members) {
            if (!names.add(member.strategy().name())) {
                throw new IllegalArgumentException(
                        "strategy '%s' votes twice".formatted(member.strategy().name()));
            }
        }
        this.warmUp = members.stream().mapToInt(m -> m.strategy().warmUp()).max().orElse(0);
    }

    /** The six strategies of the house. */
    public static RuleEnsemble usual() {
        return new RuleEnsemble(
                List.of(
                        new Member(new TrendStrategy(), 25),
                        new Member(new MomentumStrategy(), 20),
                        new Member(new MeanReversionStrategy(), 15),
                        new Member(new BreakoutStrategy(), 15),
                        new Member(new VolumeStrategy(), 10),
                        new Member(new PullbackStrategy(), 15)));
    }

    /** Takes the next closed candle. */
    public void update(Bar bar) {
        atr.update(bar.high(), bar.low(), bar.close());
        for (var strategy : strategies) {
            strategy.update(bar);
        }
        if (seen < warmUp) {
            seen++;
        }
    }

    /** Whether every strategy has seen enough. */
    public boolean isReady() {
        return seen >= warmUp;
    }

    public int warmUp() {
        return warmUp;
    }

    /** Average true range of 14 candles, in price units. */
    public double atr() {
        return atr.value();
    }

    /** The weighted score of all strategies, -100 to 100. */
    public double score() {
        int sum = 0;
        for (int i = 0; i < strategies.length; i++) {
            sum += weights[i] * strategies[i].score();
        }
        return (double) sum / ALL_WEIGHTS;
    }

    /** What the votes add up to. */
    public Opinion opinion() {
        double score = score();
        int confidence = confidence(score);
        var type =
                confidence < MINIMUM_CONFIDENCE
                        ? SignalType.HOLD
                        : score > 0 ? SignalType.BUY : SignalType.SELL;
        return new Opinion(type, confidence);
    }

    /**
     * How sure a weighted score makes us, 0 to 100: 0 at 0, 100 at 100, growing with every vote
     * that agrees more or more strongly, steeply at first.
     */
    static int confidence(double score) {
        double size = Math.abs(score);
        return (int) Math.round((100 + STEEPNESS) * size / (size + STEEPNESS));
    }

    /** The votes with their reasons, in the order of the members. */
    public List<Vote> votes() {
        var votes = new ArrayList<Vote>(members.size());
        for (var member : members) {
            var strategy = member.strategy();
            votes.add(
                    new Vote(
                            strategy.name(), strategy.score(), member.weight(), strategy.reason()));
        }
        return votes;
    }

    /**
     * A strategy and its say.
     *
     * @param weight its share in the result, in per cent
     */
    public record Member(Strategy strategy, int weight) {}

    /**
     * What the votes add up to.
     *
     * @param confidence how strongly they lean to one side, 0 to 100; for HOLD, how much was there
     *     without being enough
     */
    public record Opinion(SignalType type, int confidence) {}
}
