package org.ldci.model;

import java.util.List;
import java.util.stream.Stream;
import org.immutables.value.Value;
import org.ldci.internal.ValueStyle;

/**
 * A part of an index that is made of metrics or of further components, called "aggregate", "sub-index", "pillar" or
 * "dimension" in the field. The index itself is the component at the root.
 *
 * <p>An immutable value, compared by its attributes. A component without children is legal: it is declared and not
 * measured, and the index goes on without it and says so.
 */
@Value.Immutable
@ValueStyle
public non-sealed interface Component extends IndexNode {
    @Override
    String code();

    @Override
    String name();

    @Override
    double weight();

    /**
     * What the component stands for.
     *
     * @return the definition; empty if none was given
     */
    String definition();

    /**
     * The nodes right below, all metrics or all components, in the order they were declared.
     *
     * @return the children; empty if the component is declared and not measured
     */
    List<IndexNode> children();

    /**
     * All metrics below this component, depth first.
     *
     * @return the metrics in the order of the tree
     */
    default Stream<Metric> metrics() {
        return children().stream().flatMap(child -> {
            if (child instanceof Component component) {
                return component.metrics();
            }
            return Stream.of((Metric) child);
        });
    }

    /**
     * All components below this one, itself first, depth first.
     *
     * @return the components in the order of the tree
     */
    default Stream<Component> components() {
        return Stream.concat(
                Stream.of(this),
                children().stream()
                        .filter(Component.class::isInstance)
                        .flatMap(child -> ((Component) child).components()));
    }

    /**
     * Starts a component.
     *
     * @param code the code
     * @return a builder: named by its code, weight 1, no children
     */
    static ComponentBuilder builder(String code) {
        return new ComponentBuilder(code);
    }

    /**
     * A builder that starts from this component.
     *
     * @return a builder with every attribute and child of this component
     */
    default ComponentBuilder toBuilder() {
        return new ComponentBuilder(this);
    }
}
