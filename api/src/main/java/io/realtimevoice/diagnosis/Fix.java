package io.realtimevoice.diagnosis;

/**
 * What to write where.
 *
 * @param place where
 * @param setting one or more lines, to be copied
 */
public record Fix(Place place, String setting) {}
