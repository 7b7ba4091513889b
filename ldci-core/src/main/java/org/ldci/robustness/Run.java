package org.ldci.robustness;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ldci.internal.sampling.Points;

/**
 * Shares the replicates of a range among threads. Chunks are taken one after the other and each that is taken is finished, so
 * that whatever ends a run early leaves a range without holes.
 */
final class Run {
    private final Simulation simulation;
    private final Points design;
    private final long from;
    private final long to;
    private final int threads;
    private final ProgressListener listener;
    private final AtomicLong next;
    private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
    private final Object reporting = new Object();
    private volatile boolean stopped;
    private long reported;

    /** What a thread does with its blocks. */
    interface Worker extends Replicator.Sink {
        /** Called after the last block of the thread. */
        default void end(Replicator replicator) {}
    }

    /** Makes the worker of a thread. */
    @FunctionalInterface
    interface Workers {
        Worker worker(Replicator replicator);
    }

    Run(Simulation simulation, Points design, long from, long to, int threads, ProgressListener listener) {
        this.simulation = simulation;
        this.design = design;
        this.from = from;
        this.to = to;
        // no more than there are chunks to take
        long chunks = (to - from - 1) / Replicator.chunk(simulation) + 1;
        this.threads = (int) Math.min(threads, chunks);
        this.listener = listener;
        this.next = new AtomicLong(from);
    }

    /** Ends the run as soon as the chunks under way are done. */
    void stop() {
        stopped = true;
    }

    /**
     * Runs.
     *
     * @param pairs whether pairs of regions are counted
     * @param shares whether blocks carry weights
     * @param workers makes what takes the blocks, one a thread
     * @return the replicate after the last that was done
     */
    long run(boolean pairs, boolean shares, Workers workers) {
        List<Thread> others = new ArrayList<>();
        for (int t = 1; t < threads; t++) {
            Thread thread = new Thread(() -> work(pairs, shares, workers), "ldci-robustness-" + t);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        work(pairs, shares, workers);
        boolean interrupted = false;
        for (Thread thread : others) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop();
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Throwable cause = broken.get();
        if (cause instanceof RuntimeException e) {
            throw e;
        } else if (cause instanceof Error e) {
            throw e;
        }
        return Math.min(to, next.get());
    }

    private void work(boolean pairs, boolean shares, Workers workers) {
        try {
            Replicator replicator = new Replicator(simulation, design, pairs, shares);
            Worker worker = workers.worker(replicator);
            while (true) {
                if (stopped || Thread.currentThread().isInterrupted()) {
                    stop();
                    break;
                }
                long first = next.getAndUpdate(at -> Math.min(to, at + replicator.chunk()));
                if (first >= to) {
                    break;
                }
                long end = Math.min(to, first + replicator.chunk());
                replicator.run(first, end, worker);
                report(end - first);
            }
            worker.end(replicator);
        } catch (RuntimeException | Error e) {
            broken.compareAndSet(null, e);
            stop();
        }
    }

    private void report(long count) {
        synchronized (reporting) {
            reported += count;
            if (!listener.progress(reported, to - from)) {
                stop();
            }
        }
    }
}
