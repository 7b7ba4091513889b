package org.ldci.io;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ldci.io.csv.CellReader;
import org.ldci.io.csv.CsvRow;
import org.ldci.io.csv.Notation;
import org.ldci.io.csv.ProblemLog;
import org.ldci.io.csv.SpreadsheetText;
import org.ldci.model.Codes;
import org.ldci.model.Region;

/** The columns that describe the region of a row. */
final class RegionColumns {
    /** Texts that stand where a code is missing. */
    private static final Set<String> NO_CODES = Collections.unmodifiableSet(Set.of("na", "n/a", "N/A", "NaN", "nan"));

    private final CsvHeader header;
    private final ProblemLog log;
    private final CellReader cell;
    private final int code;
    private final int name;
    private final int level;
    private final int parent;
    private final int population;
    private final int aliases;
    private final Map<String, Integer> groups;
    private final Notation populations = new Notation();
    private final @Nullable KnownRegions known;

    RegionColumns(CsvHeader header, DataOptions options, ProblemLog log) {
        this.header = header;
        this.log = log;
        this.cell = new CellReader(options.decimal(), options.missingMarkers());
        code = header.require(options.regionColumn(), "regionColumn");
        name = header.take(options.nameColumn());
        level = header.take(options.levelColumn());
        parent = header.take("parent");
        population = header.take("population");
        aliases = header.take("aliases");
        groups = header.takeGroups();
        known = options.geography().map(KnownRegions::new).orElse(null);
    }

    /** The one who names regions of a row: level and code, or null if the code is bad, which is logged. */
    @Nullable
    String key(CsvRow row) {
        if (code == CsvHeader.NONE) {
            return null;
        }
        String text = row.stripped(code);
        Optional<String> rule = Codes.problem(text);
        if (rule.isPresent() || NO_CODES.contains(text)) {
            log.add(
                    ProblemLog.cell(row.line(), header.name(code)),
                    "code "
                            + rule.map(ProblemLog::shortenRule)
                                    .orElse("'" + text + "' stands for no region; give the row a code, or delete it"));
            return null;
        }
        String of = level == CsvHeader.NONE ? "" : text(row, level);
        if (known == null) {
            return of + '\n' + text;
        }
        try {
            Region region = known.find(text, of);
            return region.level() + '\n' + region.code();
        } catch (IllegalArgumentException e) {
            log.add(ProblemLog.cell(row.line(), header.name(code)), String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Whether there is a column of codes; else this was logged. */
    boolean isThere() {
        return code != CsvHeader.NONE;
    }

    /** Whether rows say more of a region than its code and level. */
    boolean describes() {
        return name != CsvHeader.NONE
                || parent != CsvHeader.NONE
                || population != CsvHeader.NONE
                || aliases != CsvHeader.NONE
                || !groups.isEmpty();
    }

    /** The region of a row whose code is good; null if something else is wrong, which is logged. */
    @Nullable
    Region region(CsvRow row) {
        Region.Builder builder = Region.builder(row.stripped(code));
        boolean good = true;
        if (present(row, name)) {
            builder.name(text(row, name));
        }
        if (present(row, level)) {
            builder.level(text(row, level));
        }
        if (present(row, parent) && !row.stripped(parent).isEmpty()) {
            good = good(row, parent, row.stripped(parent));
            builder.parent(row.stripped(parent));
        }
        if (present(row, aliases)) {
            for (String alias : split(row.stripped(aliases))) {
                good &= good(row, aliases, alias);
                builder.addAliases(alias);
            }
        }
        if (population != CsvHeader.NONE) {
            cell.read(row.text(), row.start(population), row.end(population));
            populations.see(cell, row, population);
            String problem = cell.problem();
            if (problem == null && cell.value() < 0) {
                problem = "'" + ProblemLog.shorten(row.stripped(population))
                        + "' is no population: it must be at least 0";
            }
            if (problem != null) {
                log.add(ProblemLog.cell(row.line(), header.name(population)), problem);
                good = false;
            } else if (cell.hasNumber()) {
                builder.population(cell.value());
            }
        }
        groups.forEach((grouping, column) -> {
            if (present(row, column)) {
                builder.putGroups(grouping, text(row, column));
            }
        });
        if (!good) {
            return null;
        }
        try {
            Region region = builder.build();
            return known == null ? region : KnownRegions.with(known.find(region.code(), region.level()), region);
        } catch (IllegalArgumentException e) {
            log.add(ProblemLog.row(row.line()), String.valueOf(e.getMessage()));
            return null;
        }
    }

    /** Says what is not sure about the populations. */
    void report(char decimal) {
        if (population != CsvHeader.NONE) {
            populations.report(decimal, line -> ProblemLog.cell(line, header.name(population)), log);
        }
    }

    private boolean good(CsvRow row, int column, String text) {
        Optional<String> rule = Codes.problem(text);
        rule.ifPresent(broken ->
                log.add(ProblemLog.cell(row.line(), header.name(column)), "code " + ProblemLog.shortenRule(broken)));
        return rule.isEmpty();
    }

    private static boolean present(CsvRow row, int column) {
        return column != CsvHeader.NONE && !row.isAbsent(column);
    }

    private static String text(CsvRow row, int column) {
        return SpreadsheetText.restore(row.string(column));
    }

    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : Objects.requireNonNull(text).split("\\s+", -1)) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }
}
