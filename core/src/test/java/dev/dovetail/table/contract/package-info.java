/**
 * The contract of {@link dev.dovetail.table.TableSource} as tests. An adapter extends {@link
 * dev.dovetail.table.contract.TableSourceContract}, which is the list of what is tested, and implements {@link
 * dev.dovetail.table.contract.ContractDatabase}.
 */
@NullMarked
package dev.dovetail.table.contract;

import org.jspecify.annotations.NullMarked;
