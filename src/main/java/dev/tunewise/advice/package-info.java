/**
 * Advises: turns answers into advice along a flow, with costs where a calculator is there. It must not know how money
 * is computed, nor any channel or store.
 */
@org.jspecify.annotations.NullMarked
package dev.tunewise.advice;
