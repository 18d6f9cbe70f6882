package dev.dovetail.jooq.internal.standard;

/**
 * A column as JDBC describes it.
 *
 * @param jdbcType one of {@link java.sql.Types}
 * @param typeName what the database calls the type
 * @param size its length or precision
 * @param digits how many digits a number has behind the point
 */
public record JdbcColumn(String name, int jdbcType, String typeName, int size, int digits) {}
