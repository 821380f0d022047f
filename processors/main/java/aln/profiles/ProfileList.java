package aln.profiles;

import java.util.List;

/**
 * @param items the quickest first
 */
public record ProfileList(List<Profile> items) {}
