package org.ldci.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.immutables.value.Generated;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.ImplementationVisibility;

/**
 * The one style of every generated value type of this module; stands beside {@code @Value.Immutable}.
 *
 * <p>The generated class is package-private and hidden behind the interface, its collections are the JDK's, and there
 * are no {@code with...} methods on it. The JDK's own {@code Set.of} and {@code Map.of} are kept out, because their
 * order changes between runs. {@code org.immutables.value.Generated} is kept on the class, so that coverage leaves
 * generated code out.
 */
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        get = "*",
        defaults = @Value.Immutable(copy = false),
        allowedClasspathAnnotations = Generated.class)
@Target({ElementType.PACKAGE, ElementType.TYPE})
@Retention(RetentionPolicy.SOURCE)
public @interface ValueStyle {}
