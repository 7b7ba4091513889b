/** JMH benchmarks: the speeds that the README's performance page states, measured by one command. */
package org.ldci.examples.bench;
