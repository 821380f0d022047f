package aln.profiles;

/**
 * A ladder as whoever uploads sees it.
 *
 * @param usual whether it is taken where none is named
 */
public record Profile(String name, String description, boolean usual) {}
