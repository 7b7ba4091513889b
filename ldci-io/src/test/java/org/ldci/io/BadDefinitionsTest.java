package org.ldci.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a user reads when a definition document is wrong: the whole message, for each thing that goes wrong. */
class BadDefinitionsTest {
    /** Whether the JSON Schema can know that the document is bad. */
    enum Schema {
        KNOWS,
        CANNOT_KNOW,
        /** The document is no JSON at all. */
        NOT_ASKED
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void a_bad_document_is_refused_with_everything_that_is_wrong_with_it(
            String what, Schema schema, String document, String message) {
        assertThatThrownBy(() -> Definitions.parse(document))
                .isExactlyInstanceOf(FormatException.class)
                .hasMessage(message);
        if (schema != Schema.NOT_ASKED) {
            assertThat(DefinitionSchemaTest.accepts(document)).isEqualTo(schema == Schema.CANNOT_KNOW);
        }
    }

    /** A document whose index is an object with these fields besides its code. */
    private static String index(String fields) {
        return "{\"format\":\"ldci-definition\",\"version\":1,\"index\":{\"code\":\"i\"," + fields.replace('\'', '"') + "}}";
    }

    /** A document with one metric with these fields besides its code. */
    private static String metric(String fields) {
        return index("'metrics':[{'code':'m'," + fields + "}]");
    }

    /** A document with one metric and this method. */
    private static String method(String fields) {
        return ("{'format':'ldci-definition','version':1,'index':{'code':'i','metrics':[{'code':'m'}]},'method':{" + fields
                        + "}}")
                .replace('\'', '"');
    }

    private static Arguments bad(String what, Schema schema, String document, String message) {
        return Arguments.of(what, schema, document, message);
    }

    static Stream<Arguments> documents() {
        return Stream.of(
bad("nothing at all", Schema.NOT_ASKED, "", "?"),
bad("white space only", Schema.NOT_ASKED, " \n ", "?"),
bad("only a YAML comment", Schema.NOT_ASKED, "# nothing yet\n", "?"),
bad("JSON syntax", Schema.NOT_ASKED, "{\"format\": \"ldci-definition\",\n \"version\": 1,\n \"index\": {\"code\": \"i\",}}", "?"),
bad("JSON cut off", Schema.NOT_ASKED, "{\"format\": \"ldci-definition\", \"index\": {\"code\": \"i\"", "?"),
bad("JSON with a comment", Schema.NOT_ASKED, "{ // mine\n}", "?"),
bad("NaN as JSON does not write it", Schema.NOT_ASKED, metric("'weight':NaN"), "?"),
bad("more after the end", Schema.NOT_ASKED, index("'metrics':[{'code':'m'}]") + "\n{}", "?"),
bad("a tab in YAML", Schema.NOT_ASKED, "format: ldci-definition\nindex:\n\tcode: i\n", "?"),
bad("a YAML list left open", Schema.NOT_ASKED, "format: ldci-definition\nindex: [a\nversion: 1\n", "?"),
bad("a YAML alias", Schema.NOT_ASKED, "format: &f ldci-definition\nversion: 1\nindex: {code: i, name: *f, metrics: [{code: m}]}\n", "?"),
bad("a YAML tag", Schema.NOT_ASKED, "format: ldci-definition\nversion: 1\nindex: {code: i, name: !!str 5, metrics: [{code: m}]}\n", "?"),
bad("two YAML documents", Schema.NOT_ASKED, "format: ldci-definition\nversion: 1\nindex: {code: i, metrics: [{code: m}]}\n---\na: 1\n", "?"),
bad("numbers and years that YAML takes otherwise", Schema.NOT_ASKED, "format: ldci-definition\nversion: 1\nindex: {code: i, metrics: [{code: m, weight: 010, target: 1_000, year: 2024}]}\n", "?"),
bad("plain text", Schema.NOT_ASKED, "hello", "?"),
bad("a list", Schema.KNOWS, "[1]", "?"),
bad("nesting too deep", Schema.NOT_ASKED, "{\"index\":" + "[".repeat(100) + "]".repeat(100) + "}", "?"),
bad("a number too long", Schema.NOT_ASKED, metric("'weight':" + "1".repeat(1001)), "?"),
bad("numbers beyond a double", Schema.CANNOT_KNOW, metric("'weight':1e999,'target':-1e400,'goalposts':{'lower':1e-999,'upper':2}"), "?"),
bad("fields given twice", Schema.NOT_ASKED, index("'name':'a','name':'b','metrics':[{'code':'m','code':'n'}]"), "?"),
bad("wrong format", Schema.KNOWS, "{\"format\":\"ldci-fit\",\"version\":1,\"indexx\":5}", "?"),
bad("wrong version", Schema.KNOWS, "{\"format\":\"ldci-definition\",\"version\":2,\"index\":{\"code\":\"i\",\"metrics\":[{\"code\":\"m\"}]}}", "?"),
bad("version as a text", Schema.KNOWS, "{\"format\":\"ldci-definition\",\"version\":\"1\",\"index\":{\"code\":\"i\",\"metrics\":[{\"code\":\"m\"}]}}", "?"),
bad("neither format nor version", Schema.KNOWS, "{\"index\":{}}", "?"),
bad("no index", Schema.KNOWS, "{\"format\":\"ldci-definition\",\"version\":1}", "?"),
bad("null", Schema.KNOWS, index("'name':null,'metrics':null"), "?"),
bad("misspelt fields", Schema.KNOWS, index("'metrcs':[],'nmae':'x','colour':'red'"), "?"),
bad("misspelt field with a slash and a tilde", Schema.KNOWS, metric("'a/b~c':1"), "?"),
bad("wrong types", Schema.KNOWS, metric("'weight':'2','name':5,'direction':true,'target':[1],'year':2024,'unit':{}"), "?"),
bad("lists and objects of the wrong type", Schema.KNOWS, index("'components':{'a':1},'metrics':[3,'m']"), "?"),
bad("an empty tree", Schema.CANNOT_KNOW, index("'components':[{'code':'a'},{'code':'b','components':[]}]"), "?"),
bad("no code", Schema.KNOWS, index("'components':[{'name':'A','metrics':[{'unit':'%'}]}]"), "?"),
bad("blank and impossible codes", Schema.KNOWS, index("'metrics':[{'code':''},{'code':' x'},{'code':'" + "a".repeat(65) + "'},{'code':'-a'}]"), "?"),
bad("reserved codes", Schema.CANNOT_KNOW, index("'components':[{'code':'Region','metrics':[{'code':'population'}]}]"), "?"),
bad("codes used twice", Schema.CANNOT_KNOW, index("'components':[{'code':'a','metrics':[{'code':'m'},{'code':'M'}]},{'code':'A'}]"), "?"),
bad("a metric in two places", Schema.CANNOT_KNOW, index("'components':[{'code':'a','metrics':[{'code':'m'}]},{'code':'b','metrics':[{'code':'m'}]}]"), "?"),
bad("metrics beside components", Schema.KNOWS, index("'components':[{'code':'a','metrics':[{'code':'m'}]}],'metrics':[{'code':'n','weight':-1}]"), "?"),
bad("metrics beside no components", Schema.KNOWS, index("'components':[],'metrics':[{'code':'n'}]"), "?"),
bad("negative weights", Schema.KNOWS, index("'components':[{'code':'a','weight':-2,'metrics':[{'code':'m','weight':-0.5}]}]"), "?"),
bad("weights all zero", Schema.CANNOT_KNOW, index("'components':[{'code':'a','metrics':[{'code':'m','weight':0},{'code':'n','weight':0}]}]"), "?"),
bad("a weight of NaN as text", Schema.KNOWS, metric("'weight':'NaN'"), "?"),
bad("goalposts reversed", Schema.CANNOT_KNOW, metric("'goalposts':{'lower':10,'upper':0}"), "?"),
bad("goalposts incomplete", Schema.KNOWS, metric("'goalposts':{'lower':10,'up':0}"), "?"),
bad("its own denominator", Schema.CANNOT_KNOW, metric("'denominator':'m'"), "?"),
bad("bad denominators", Schema.KNOWS, index("'metrics':[{'code':'m','denominator':{'code':'d','per':0}},{'code':'n','denominator':5},{'code':'o','denominator':{'per':1000}}]"), "?"),
bad("a wrong direction", Schema.KNOWS, metric("'direction':'negativ'"), "?"),
bad("a misspelt method", Schema.KNOWS, method("'normalise':{'method':'minMaxx'},'aggregate':'geometricmean','treat':'trim'"), "?"),
bad("a method without its name", Schema.KNOWS, method("'normalise':{'lower':0},'treat':{'method':7},'impute':3"), "?"),
bad("parameters of the wrong type", Schema.KNOWS, method("'normalise':{'method':'goalposts','lower':'zero','truncate':'yes'},'treat':{'method':'winsorise','maximumPoints':2.5}"), "?"),
bad("an unknown parameter", Schema.KNOWS, method("'normalise':{'method':'minMax','uper':1},'denominate':{'method':'ratio','a/b':1}"), "?"),
bad("a missing parameter", Schema.KNOWS, method("'aggregate':{'method':'powerMean'}"), "?"),
bad("a missing parameter, short", Schema.KNOWS, method("'aggregate':'powerMean'"), "?"),
bad("parameters out of range", Schema.CANNOT_KNOW, method("'normalise':{'method':'minMax','lower':100,'upper':0},'aggregate':{'method':'powerMean','exponent':'NaN'}"), "?"),
bad("exceptions for metrics that stand in the method", Schema.KNOWS, method("'normalise':{'method':'minMax','metrics':{'m':'zScore'}}"), "?"),
bad("an exception of the wrong kind", Schema.KNOWS, metric("'normalise':'geometricMean','treat':'minMax'"), "?"),
bad("unknown levels", Schema.KNOWS, method("'aggregate':{'method':'arithmeticMean','levels':{'1':'geometricMean','-1':'geometricMean','two':'harmonicMean'}}"), "?"),
bad("an unknown level", Schema.CANNOT_KNOW, method("'aggregate':{'method':'arithmeticMean','levels':{'3':'geometricMean'}}"), "?"),
bad("levels of the wrong type", Schema.KNOWS, method("'aggregate':{'method':'arithmeticMean','levels':['geometricMean']}"), "?"),
bad("a bad policy for missing data", Schema.KNOWS, method("'missing':{'method':'skip','minimumCoverage':1.5,'absentMetrics':'ignore'},'ties':'mean'"), "?"),
bad("a policy of the wrong type", Schema.KNOWS, method("'missing':1,'ties':null,'weighs':'equal'"), "?")
        );
    }
}
