package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ldci.robustness.RobustnessStudy;

class StudySchemaTest {
    private static final SchemaAgreement SCHEMA = new SchemaAgreement(
            Studies.schema(),
            Studies::parse,
            Pattern.compile("unknown field|must be an? (text|number|list|object|whole number)|must be (true|one of)"
                    + "|must be the name|is missing|unknown method|has no parameter|needs the parameter"
                    + "|changes one thing|goes with|a constraint is one of"));

    /** If it fails, the new text is in target/: look at the difference and copy it over the resource. */
    @Test
    void the_published_schema_has_the_words_of_the_reader() throws IOException {
        String made = StudySchema.text();
        Files.writeString(Path.of("target", "ldci-study-1.schema.json"), made);

        assertThat(Studies.schema()).isEqualTo(made);
    }

    @Property(tries = 200)
    void every_written_study_is_valid(@ForAll("studies") RobustnessStudy study) {
        SCHEMA.assertValid(Studies.toJson(study));
    }

    @Property(tries = 1000)
    void schema_and_reader_agree_on_documents_with_one_change(
            @ForAll("studies") RobustnessStudy study, @ForAll Random random) {
        SCHEMA.assertAgreesAfterOneChange(Studies.toJson(study), random);
    }

    @Provide
    Arbitrary<RobustnessStudy> studies() {
        return Arbitraries.randomValue(StudySamples::random);
    }

    /** What is left out has a default; a strategy may be its name alone; seeds may be texts. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'factors':[{'code':'w','vary':'weights','distribution':{'method':'uniformOnSimplex'}}]",
                "'factors':[{'code':'w','vary':'weights','distribution':{'method':'within','scope':'index'},'levels':[]}]",
                "'factors':[{'code':'w','vary':'weights','distribution':{'method':'within','scope':'component','component':'x','constraints':[{'atMost':'y','share':1},{'linear':{'y':1,'z':0}}]}}]",
                "'factors':[{'code':'c','vary':'choice','alternatives':[{'label':'a'},{'label':'b','aggregate':'median','level':0}]}]",
                "'factors':[{'code':'c','vary':'choice','alternatives':[{'label':'a','missing':'propagate'}]}]",
                "'factors':[{'code':'c','vary':'cells'}],'seed':'-9223372036854775808'",
            })
    void what_the_reader_takes_is_valid(String fields) {
        String document = document(fields);
        Studies.parse(document);
        SCHEMA.assertValid(document);
    }

    /** Each for one thing that its form alone shows. */
    @ParameterizedTest
    @MethodSource("badForms")
    void a_document_of_bad_form_is_refused_and_invalid(String document) {
        assertThatThrownBy(() -> Studies.parse(document)).isInstanceOf(FormatException.class);
        assertThat(SCHEMA.accepts(document)).isFalse();
    }

    static Stream<String> badForms() {
        String good = "'factors':[{'code':'c','vary':'cells'}]";
        Stream<String> ofDocument = Stream.of(
                        "'sed':1",
                        "'seed':1e300",
                        "'seed':'1.5'",
                        "'replicates':20000.5",
                        "'replicates':0",
                        "'centralWeights':'maybe'",
                        "'design':'fractional'",
                        "'failures':null")
                .map(field -> good + "," + field);
        Stream<String> ofFactors = Stream.of(
                        "7",
                        "{'code':'c'}",
                        "{'code':'c','vary':'weight'}",
                        "{'vary':'cells'}",
                        "{'code':'','vary':'cells'}",
                        "{'code':'c','vary':'cells','scale':0}",
                        "{'code':'c','vary':'cells','levels':[0]}",
                        "{'code':'c','vary':'choice'}",
                        "{'code':'c','vary':'choice','alternatives':[]}",
                        "{'code':'c','vary':'choice','alternatives':[7]}",
                        "{'code':'w','vary':'weights'}")
                .map(factor -> "'factors':[" + factor + "]");
        Stream<String> ofWeights = Stream.of(
                        "'distribution':'uniformOnSimplex'",
                        "'distribution':{'relative':0.25}",
                        "'distribution':{'method':'bend','relative':0.25}",
                        "'distribution':{'method':'band'}",
                        "'distribution':{'method':'band','relative':2}",
                        "'distribution':{'method':'uniformOnSimplex','relative':0.5}",
                        "'distribution':{'method':'dirichlet','concentration':0}",
                        "'distribution':{'method':'within'}",
                        "'distribution':{'method':'within','scope':'component'}",
                        "'distribution':{'method':'within','scope':'index','component':'x'}",
                        "'distribution':{'method':'within','scope':'index'},'levels':[0]",
                        "'distribution':{'method':'uniformOnSimplex'},'levels':['a']",
                        "'distribution':{'method':'uniformOnSimplex'},'levels':[-1]",
                        "'distribution':{'method':'uniformOnSimplex'},'components':[1]",
                        "'distribution':{'method':'uniformOnSimplex'},'levels':[0],'components':['x']")
                .map(fields -> "'factors':[{'code':'w','vary':'weights'," + fields + "}]");
        Stream<String> ofConstraints = Stream.of(
                        "{}",
                        "{'share':0.5}",
                        "{'atLeast':'x'}",
                        "{'atLeast':'x','share':1.5}",
                        "{'atLeast':'x','atMost':'x','share':0.5}",
                        "{'band':0.5,'share':0.5}",
                        "{'ordered':['x']}",
                        "{'ordered':['x','x']}",
                        "{'ordered':['x',2]}",
                        "{'ordered':['x',null]}",
                        "{'linear':{}}",
                        "{'linear':{'x':'1'}}")
                .map(constraint ->
                        "'factors':[{'code':'w','vary':'weights','distribution':{'method':'within','scope':'index',"
                                + "'constraints':[" + constraint + "]}}]");
        Stream<String> ofAlternatives = Stream.of(
                        "'probability':1",
                        "'label':''",
                        "'label':'a','probability':2",
                        "'label':'a','normalise':'minMax','aggregate':'median'",
                        "'label':'a','aggregate':'arithmeticMaen'",
                        "'label':'a','aggregate':'median','level':0.5",
                        "'label':'a','aggregate':{'method':'powerMean'}",
                        "'label':'a','treat':'none','level':1",
                        "'label':'a','level':1",
                        "'label':'a','missing':'skip'",
                        "'label':'a','leaveOut':1",
                        "'label':'a','weights':{'x':-1}",
                        "'label':'a','weights':{'x':'2'}",
                        "'label':'a','weigh':{'x':2}")
                .map(fields -> "'factors':[{'code':'c','vary':'choice','alternatives':[{" + fields + "}]}]");
        Stream<String> ofFormat = Stream.of(
                "{\"format\":\"ldci-definition\",\"version\":1,\"factors\":[]}",
                "{\"format\":\"ldci-study\",\"factors\":[{\"code\":\"c\",\"vary\":\"cells\"}]}",
                "{\"format\":\"ldci-study\",\"version\":2,\"factors\":[{\"code\":\"c\",\"vary\":\"cells\"}]}",
                document("'seed':1"),
                document("'factors':[]"));
        Stream<String> inside = Stream.of(ofDocument, ofFactors, ofWeights, ofConstraints, ofAlternatives)
                .flatMap(all -> all)
                .map(StudySchemaTest::document);
        return Stream.concat(ofFormat, inside);
    }

    private static String document(String fields) {
        return ("{'format':'ldci-study','version':1," + fields + "}").replace('\'', '"');
    }
}
