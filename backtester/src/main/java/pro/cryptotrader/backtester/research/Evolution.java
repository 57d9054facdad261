package pro.cryptotrader.backtester.research;

import io.jenetics.DoubleChromosome;
import io.jenetics.DoubleGene;
import io.jenetics.EliteSelector;
import io.jenetics.GaussianMutator;
import io.jenetics.Genotype;
import io.jenetics.MeanAlterer;
import io.jenetics.Phenotype;
import io.jenetics.TournamentSelector;
import io.jenetics.engine.Engine;
import io.jenetics.util.Factory;
import io.jenetics.util.ISeq;
import io.jenetics.util.RandomRegistry;
import io.jenetics.util.Seq;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Random;
import java.util.SortedMap;

/**
 * Evolution: good configurations have offspring that mixes and mutates them (Jenetics). Only trials
 * run in parallel, the algorithm itself does not, so that a seed gives the same generations on any
 * machine; a study that was stopped lives through them again and takes known trials from its log.
 *
 * @param population configurations in a generation, at least 4
 * @param generations how often they have offspring
 */
public record Evolution(int population, int generations, long seed) implements Search {
    private static final double MUTATION = 0.3;
    private static final double MIXING = 0.3;

    public Evolution {
        if (population < 4 || generations < 1) {
            throw new IllegalArgumentException(
                    "evolution needs a population of 4 and a generation, not %d and %d"
                            .formatted(population, generations));
        }
    }

    @Override
    public long trials(SearchSpace space) {
        return (long) population * generations;
    }

    @Override
    public void run(SearchSpace space, TrialPool pool, Scoring scoring)
            throws IOException, InterruptedException {
        try {
            RandomRegistry.with(
                    new Random(seed),
                    _ -> {
                        evolve(space, pool, scoring);
                        return pool;
                    });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (Interruption e) {
            throw e.interrupted;
        }
    }

    private void evolve(SearchSpace space, TrialPool pool, Scoring scoring) {
        Factory<Genotype<DoubleGene>> genotypes =
                Genotype.of(DoubleChromosome.of(0, 1, space.dimensions()));
        var engine =
                new Engine.Builder<DoubleGene, Double>(
                                generation -> judged(generation, space, pool, scoring), genotypes)
                        .populationSize(population)
                        .maximizing()
                        .survivorsSelector(new EliteSelector<>(2))
                        .offspringSelector(new TournamentSelector<>(3))
                        .alterers(new GaussianMutator<>(MUTATION), new MeanAlterer<>(MIXING))
                        .executor(Runnable::run)
                        .build();
        engine.stream().limit(generations).forEach(_ -> {});
    }

    private static ISeq<Phenotype<DoubleGene, Double>> judged(
            Seq<Phenotype<DoubleGene, Double>> generation,
            SearchSpace space,
            TrialPool pool,
            Scoring scoring) {
        var proposals = new ArrayList<SortedMap<String, String>>();
        for (var each : generation) {
            proposals.add(
                    space.point(
                            each.genotype().chromosome().stream()
                                    .mapToDouble(gene -> Math.clamp(gene.allele(), 0, ALMOST_ONE))
                                    .toArray()));
        }
        try {
            var outcomes = pool.evaluate(proposals);
            var judged = new ArrayList<Phenotype<DoubleGene, Double>>();
            for (int i = 0; i < outcomes.size(); i++) {
                judged.add(generation.get(i).withFitness(scoring.of(outcomes.get(i))));
            }
            return ISeq.of(judged);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new Interruption(e);
        }
    }

    private static final double ALMOST_ONE = Math.nextDown(1.0);

    /** Carries an interruption through code that knows none. */
    private static final class Interruption extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient InterruptedException interrupted;

        Interruption(InterruptedException interrupted) {
            super(interrupted);
            this.interrupted = interrupted;
        }
    }
}
