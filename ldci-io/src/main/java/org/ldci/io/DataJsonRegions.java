package org.ldci.io;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ldci.io.csv.ProblemLog;
import org.ldci.model.Codes;
import org.ldci.model.Region;

/** Reads the regions of data as JSON. */
final class DataJsonRegions {
    private final @Nullable KnownRegions known;
    private final ProblemLog log;

    DataJsonRegions(@Nullable KnownRegions known, ProblemLog log) {
        this.known = known;
        this.log = log;
    }

    /** The region, or null if it has a problem, which is logged. */
    @Nullable
    Region read(JsonNode node, String path) {
        int before = log.problems().size();
        if (!node.isObject()) {
            log.add(path, "must be an object");
            return null;
        }
        node.fieldNames().forEachRemaining(field -> {
            if (!DataJsonFormat.REGION_FIELDS.contains(field)) {
                DataJsonFormat.unknownField(log, field, path, DataJsonFormat.REGION_FIELDS);
            }
        });
        Region.Builder builder = Region.builder(code(node.path("code"), path + "/code"));
        text(node, "name", path, builder::name);
        text(node, "level", path, builder::level);
        if (node.has("parent")) {
            builder.parent(code(node.path("parent"), path + "/parent"));
        }
        if (node.has("population")) {
            if (node.path("population").isNumber()) {
                builder.population(node.path("population").doubleValue());
            } else {
                log.add(path + "/population", "must be a number");
            }
        }
        JsonNode aliases = node.path("aliases");
        for (int i = 0; i < aliases.size() && aliases.isArray(); i++) {
            builder.addAliases(code(aliases.get(i), path + "/aliases/" + i));
        }
        JsonNode groups = node.path("groups");
        if (!aliases.isMissingNode() && !aliases.isArray()) {
            log.add(path + "/aliases", "must be a list");
        }
        if (!groups.isMissingNode() && !groups.isObject()) {
            log.add(path + "/groups", "must be an object");
        }
        groups.fieldNames().forEachRemaining(grouping -> {
            if (groups.path(grouping).isTextual()) {
                builder.putGroups(grouping, groups.path(grouping).textValue());
            } else {
                log.add(path + "/groups", "group '" + ProblemLog.shorten(grouping) + "' must be a text");
            }
        });
        if (log.problems().size() > before) {
            return null;
        }
        try {
            Region region = builder.build();
            return known == null ? region : KnownRegions.with(known.find(region.code(), region.level()), region);
        } catch (IllegalArgumentException e) {
            log.add(path, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private String code(JsonNode node, String path) {
        if (!node.isTextual()) {
            log.add(path, "must be a code, a text");
            return "";
        }
        Codes.problem(node.textValue()).ifPresent(rule -> log.add(path, "code " + ProblemLog.shortenRule(rule)));
        return node.textValue();
    }

    private void text(JsonNode node, String field, String path, Consumer<String> to) {
        if (node.has(field)) {
            if (node.path(field).isTextual()) {
                to.accept(node.path(field).textValue());
            } else {
                log.add(path + "/" + field, "must be a text");
            }
        }
    }
}
