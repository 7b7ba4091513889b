// jshell --class-path ldci-examples/target/ldci.jar --startup DEFAULT --startup ldci-examples/jshell/ldci.jsh
//
// Answers are made to fit the 1,000 characters at which JShell cuts; print() shows all. To see longer texts whole, type
//   /open ldci-examples/jshell/wide.jsh
// there: JShell knows no feedback modes yet when it runs this file, so it cannot set them.
import org.ldci.aggregate.*
import org.ldci.audit.*
import org.ldci.compound.*
import org.ldci.data.*
import org.ldci.definition.*
import org.ldci.digital.*
import org.ldci.engine.*
import org.ldci.examples.data.*
import org.ldci.io.*
import org.ldci.model.*
import org.ldci.normalise.*
import org.ldci.prepare.*
import org.ldci.rank.*
import org.ldci.robustness.*
import org.ldci.weight.*
import static org.ldci.aggregate.Aggregators.*
import static org.ldci.normalise.Normalisers.*
import static org.ldci.prepare.Imputations.*
import static org.ldci.prepare.Treatments.*
import static org.ldci.robustness.Factors.*
import static org.ldci.weight.WeightingSchemes.*

Dataset uk = UkRegions.dataset();
IndexDefinition ldci = UkRegions.definition();
IndexResult result = CompositeIndex.of(ldci).score(uk);
