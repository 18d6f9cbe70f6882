/** Real MySQL and MariaDB servers for tests. */
package dev.dovetail.jooq.servers;
