package org.ldci.io;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.immutables.value.Generated;
import org.immutables.value.Value;
import org.immutables.value.Value.Style.ImplementationVisibility;

/**
 * How the value types of this module are generated. A style on the type itself would be seen, and not found, by whoever
 * compiles against it.
 */
@Value.Style(
        visibility = ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        get = "*",
        defaults = @Value.Immutable(copy = false),
        allowedClasspathAnnotations = Generated.class)
@Retention(RetentionPolicy.SOURCE)
@interface OptionsStyle {}
