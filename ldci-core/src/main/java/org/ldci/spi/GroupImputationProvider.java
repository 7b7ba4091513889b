package org.ldci.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ldci.prepare.Centre;
import org.ldci.prepare.GroupImputation;
import org.ldci.prepare.Imputation;

/** Names imputation by group after its centre, as people do. */
record GroupImputationProvider(String name, Centre centre) implements StrategyProvider<Imputation> {
    private static final String GROUPING = "grouping";

    @Override
    public Class<Imputation> kind() {
        return Imputation.class;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter(GROUPING, Parameter.Type.TEXT, List.of(), Optional.of(GroupImputation.BY_PARENT)));
    }

    @Override
    public boolean describes(Imputation strategy) {
        return strategy instanceof GroupImputation group && group.centre() == centre;
    }

    @Override
    public Imputation read(Map<String, Object> values) {
        return new GroupImputation(centre, (String) Objects.requireNonNull(values.get(GROUPING)));
    }

    @Override
    public Map<String, Object> write(Imputation strategy) {
        return Map.of(GROUPING, ((GroupImputation) strategy).grouping());
    }
}
